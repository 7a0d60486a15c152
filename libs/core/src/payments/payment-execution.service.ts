import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { BankReason } from '#domain/payments/bank/settlement-notice';
import { paymentLifecycle } from '#domain/payments/payment.lifecycle';
import { laterOf, type LocalDate } from '#domain/shared/local-date';
import { authorise } from '#core/access';
import { Ledger } from '#core/appropriations';
import { InterestRepository } from '#core/assessments';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Conflict, refuseIf } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { Payment } from './payment.entity.js';
import { PaymentRepository, type BoundIn } from './payment.repository.js';

/** A ledger move that is still to be posted: the appropriation's row comes last in a transaction. */
type Posting = { payment: Payment; act: 'pay' | 'unpay' | 'unsend' };

/** What becomes of an attested payment: sent, executed, bounced, planned again. The ledger follows in the same transaction. */
@Injectable()
export class PaymentExecution {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly interests: InterestRepository,
    private readonly ledger: Ledger,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** Goes to the bank in a file. */
  @Transactional()
  async send(actor: Actor, payment: Payment, paymentFileId: string): Promise<Payment> {
    return this.transition.apply(
      paymentLifecycle,
      payment,
      'send',
      actor,
      { paymentFileId },
      { paymentFileId },
    );
  }

  /** All of it is set off: nothing goes to the bank, and what was bound is paid. */
  @Transactional()
  async executeWithoutFile(actor: Actor, payment: Payment): Promise<Payment> {
    const { setOff } = payment;
    await this.transition.apply(paymentLifecycle, payment, 'send', actor, {}, { setOff });
    const executed = { executedOn: this.clock.today() };
    await this.transition.apply(paymentLifecycle, payment, 'execute', actor, executed, { setOff });
    await this.post(actor, [{ payment, act: 'pay' }]);
    return payment;
  }

  /** What the bank told of payments that are locked: executed on a day, or bounced for a reason. */
  @Transactional()
  async settle(
    actor: Actor,
    told: readonly { payment: Payment; settlementId: string; on: LocalDate; bounce: BankReason | null }[],
  ): Promise<void> {
    const postings: Posting[] = [];
    for (const { payment, settlementId, on, bounce } of told) {
      const wasPaid = payment.status === 'executed';
      if (bounce) {
        await this.transition.apply(
          paymentLifecycle,
          payment,
          'bounce',
          actor,
          { bounce },
          { settlementId, ...bounce },
        );
        postings.push({ payment, act: wasPaid ? 'unpay' : 'unsend' });
      } else {
        const facts = { settlementId, executedOn: on };
        await this.transition.apply(paymentLifecycle, payment, 'execute', actor, { executedOn: on }, facts);
        postings.push({ payment, act: 'pay' });
      }
    }
    await this.post(actor, postings);
  }

  /** What bounced is planned again as another payment of the same money, all of it; it is attested anew. */
  @Transactional()
  async replan(actor: Actor, id: string): Promise<Payment> {
    const bounced = await this.payments.getForUpdate(id);
    authorise(actor, 'payment.replan', bounced);
    await this.interests.refuseForDecision(actor, bounced.decisionId);
    if (await this.payments.isReplaced(id)) throw new Conflict();
    const { standing } = await this.payments.boundIn(bounced);
    // An amendment may have planned the same money anew.
    if (standing?.yearStatus !== 'firm' || standing.room < bounced.amount) {
      const data = { year: bounced.year };
      refuseIf([{ code: 'decisionNoLongerPays', outcome: 'notMet', citation: null, data }]);
    }
    const payment = await this.replacementOf(bounced, standing!);
    await this.transition.apply(paymentLifecycle, bounced, 'replan', actor, {}, { replacedBy: payment.id });
    const { year, instalment, amount, payOn, replaces } = payment;
    const facts = { year, instalment, amount, payOn, replaces };
    return this.transition.create(paymentLifecycle, payment, actor, facts);
  }

  private async replacementOf(
    { id, organisationId, year, amount, payOn }: Payment,
    standing: NonNullable<BoundIn['standing']>,
  ): Promise<Payment> {
    const { decisionId, decisionYearId, preparedByPerson, decidedByPerson } = standing;
    return Object.assign(new Payment(), {
      id: newId(),
      organisationId,
      decisionId,
      decisionYearId: decisionYearId!,
      year,
      instalment: await this.payments.nextInstalment(decisionId, year),
      amount,
      payOn: laterOf(payOn, this.clock.today()),
      replaces: id,
      preparedByPerson,
      decidedByPerson,
    });
  }

  /** In the order of the appropriations, so that two who settle take turns. */
  private async post(actor: Actor, postings: readonly Posting[]): Promise<void> {
    const bound = [];
    for (const posting of postings)
      bound.push({ ...posting, ...(await this.payments.boundIn(posting.payment)) });
    bound.sort((a, b) => (a.appropriationId < b.appropriationId ? -1 : 1));
    for (const { payment, act, appropriationId, appropriationYear, standing } of bound) {
      const appropriation = { id: appropriationId, year: appropriationYear };
      const { decisionId, year, amount } = payment;
      if (act !== 'unsend') await this.ledger[act](actor, decisionId, appropriation, { year, amount });
      // Nothing holds the money any more where no decision of the case stands.
      if (act !== 'pay' && !standing)
        await this.ledger.free(actor, decisionId, appropriation, [{ year, amount }]);
    }
  }
}
