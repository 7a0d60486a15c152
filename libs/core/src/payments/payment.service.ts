import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { Instalment } from '#domain/decisions/instalments';
import {
  computeRemainingSchedule,
  isDueForAttest,
  PAYMENT_LEAD_DAYS,
} from '#domain/payments/payment-schedule';
import { paymentLifecycle } from '#domain/payments/payment.lifecycle';
import { computeTaken } from '#domain/payments/taken';
import { reportHoldingBack } from '#domain/payments/withholding';
import { addDays, type LocalDate } from '#domain/shared/local-date';
import type { YearAmount } from '#domain/shared/money';
import { authorise } from '#core/access';
import { InterestRepository } from '#core/assessments';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { Payment } from './payment.entity.js';
import { PaymentRepository } from './payment.repository.js';

export interface PayableDecision {
  id: string;
  organisationId: string;
  preparedByPerson: string;
  decidedByPerson: string;
  instalments: readonly Instalment[];
}

interface PayableYear {
  id: string;
  year: number;
  amount: number;
  status: 'firm' | 'conditional' | 'lapsed';
}

@Injectable()
export class PaymentService {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly interests: InterestRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** The payment plan of an approved decision: every instalment of every year but what is `taken`, to the krona. */
  @Transactional()
  async plan(
    actor: Actor,
    decision: PayableDecision,
    years: readonly PayableYear[],
    taken: readonly YearAmount[] = [],
  ): Promise<void> {
    const { instalments } = decision;
    const approvedOn = this.clock.today();
    for (const planned of computeRemainingSchedule({ years, instalments, approvedOn, taken })) {
      const payment = Object.assign(new Payment(), {
        id: newId(),
        organisationId: decision.organisationId,
        decisionId: decision.id,
        decisionYearId: years.find((row) => row.year === planned.year)!.id,
        year: planned.year,
        instalment: planned.instalment,
        amount: planned.amount,
        payOn: planned.payOn,
        preparedByPerson: decision.preparedByPerson,
        decidedByPerson: decision.decidedByPerson,
      });
      const { year, instalment, amount, payOn } = planned;
      await this.transition.create(paymentLifecycle, payment, actor, { year, instalment, amount, payOn });
    }
  }

  /** What of each year is paid or on its way to the bank, with all payments of the case locked. Kronor. */
  async takenOfCase(applicationId: string): Promise<YearAmount[]> {
    return computeTaken(await this.payments.ofCaseForUpdate(applicationId));
  }

  /** Cancels what of the case's payments waits for its day, for a report or for attest. */
  @Transactional()
  async cancelWaiting(actor: Actor, applicationId: string, facts: Record<string, unknown>): Promise<void> {
    await this.cancel(actor, await this.payments.ofCaseForUpdate(applicationId), facts);
  }

  /** Cancels the payments of a year that is not to be. */
  @Transactional()
  async cancelYear(actor: Actor, decisionYearId: string, facts: Record<string, unknown>): Promise<void> {
    await this.cancel(actor, await this.payments.ofYearForUpdate(decisionYearId), facts);
  }

  /** Moves the decision's payments to where day and reports let them be: due, withheld or released. */
  @Transactional()
  async advance(actor: Actor, decisionId: string): Promise<void> {
    const reports = await this.payments.reportsOf(decisionId);
    for (const payment of await this.payments.waitingForUpdate(decisionId)) {
      const holding = reportHoldingBack(reports, payment);
      if (payment.status === 'withheld' && !holding)
        await this.transition.apply(paymentLifecycle, payment, 'release', actor, { withheldReason: null });
      if (payment.status !== 'planned' || !isDueForAttest(payment.payOn, this.clock.today())) continue;
      await this.transition.apply(paymentLifecycle, payment, 'fall-due', actor);
      if (holding) await this.withhold(actor, payment, holding);
    }
  }

  /** A finance officer approves a due payment: neither who prepared nor who decided, and nobody with an interest. */
  @Transactional()
  async attest(actor: Actor, id: string): Promise<Payment> {
    const payment = await this.payments.getForUpdate(id);
    authorise(actor, 'payment.attest', payment);
    if ([payment.preparedByPerson, payment.decidedByPerson].includes(actor.personId))
      throw new DomainError('fourEyes');
    await this.interests.refuseForDecision(actor, payment.decisionId);
    const attested = {
      attestedBy: actor.userId,
      attestedByPerson: actor.personId,
      attestedAt: this.clock.now(),
    };
    return this.transition.apply(paymentLifecycle, payment, 'attest', actor, attested, {
      amount: payment.amount,
    });
  }

  /** Decisions whose payments may have come within their lead time. */
  decisionsWaiting(): Promise<string[]> {
    return this.payments.decisionsWaiting(addDays(this.clock.today(), PAYMENT_LEAD_DAYS));
  }

  private async cancel(
    actor: Actor,
    payments: readonly Payment[],
    facts: Record<string, unknown>,
  ): Promise<void> {
    const changes = { withheldReason: null };
    for (const payment of payments)
      if (paymentLifecycle.next(payment.status, 'cancel'))
        await this.transition.apply(paymentLifecycle, payment, 'cancel', actor, changes, facts);
  }

  private async withhold(
    actor: Actor,
    payment: Payment,
    report: { id: string; dueOn: LocalDate },
  ): Promise<void> {
    const withheldReason = { reportId: report.id, dueOn: report.dueOn };
    await this.transition.apply(
      paymentLifecycle,
      payment,
      'withhold',
      actor,
      { withheldReason },
      withheldReason,
    );
  }
}
