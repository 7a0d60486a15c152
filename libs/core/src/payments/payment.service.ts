import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { Instalment } from '#domain/decisions/instalments';
import {
  computeRemainingSchedule,
  isDueForAttest,
  PAYMENT_LEAD_DAYS,
} from '#domain/payments/payment-schedule';
import { checkPaymentCeiling } from '#domain/payments/payment-ceiling';
import { paymentLifecycle } from '#domain/payments/payment.lifecycle';
import { computeTaken } from '#domain/payments/taken';
import { reasonToWithhold, type WithheldReason } from '#domain/payments/withholding';
import type { Finding } from '#domain/shared/finding';
import { addDays } from '#domain/shared/local-date';
import type { YearAmount } from '#domain/shared/money';
import { authorise } from '#core/access';
import { InterestRepository } from '#core/assessments';
import type { AuditData } from '#platform/audit';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError, refuseIf } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { PaymentExecution } from './payment-execution.service.js';
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
    private readonly execution: PaymentExecution,
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
    const planned = computeRemainingSchedule({ years, instalments, approvedOn, taken });
    const payments = planned.map(({ year, instalment, amount, payOn }) =>
      Object.assign(new Payment(), {
        id: newId(),
        organisationId: decision.organisationId,
        decisionId: decision.id,
        decisionYearId: years.find((row) => row.year === year)!.id,
        ...{ year, instalment, amount, payOn },
        preparedByPerson: decision.preparedByPerson,
        decidedByPerson: decision.decidedByPerson,
      }),
    );
    await this.transition.createAll(paymentLifecycle, payments, actor, factsOf);
  }

  /** What of each year is paid or on its way to the bank, with all payments of the case locked. Kronor. */
  async takenOfCase(applicationId: string): Promise<YearAmount[]> {
    return computeTaken(await this.payments.ofCaseForUpdate(applicationId));
  }

  /** Cancels what of the case's payments waits for its day, for a report or for attest. */
  @Transactional()
  async cancelWaiting(actor: Actor, applicationId: string, facts: AuditData): Promise<void> {
    await this.cancel(actor, await this.payments.ofCaseForUpdate(applicationId), facts);
  }

  /** Cancels the payments of a year that is not to be. */
  @Transactional()
  async cancelYear(actor: Actor, decisionYearId: string, facts: AuditData): Promise<void> {
    await this.cancel(actor, await this.payments.ofYearForUpdate(decisionYearId), facts);
  }

  /** Moves the decision's payments to where day, reports and conditions let them be: due, withheld or released. */
  @Transactional()
  async advance(actor: Actor, decisionId: string): Promise<void> {
    const { facts, waiting } = await this.standing(decisionId);
    for (const payment of waiting) {
      const reason = reasonToWithhold(facts, payment);
      // What an officer withheld, an officer releases.
      if (payment.status === 'withheld' && payment.withheldReason?.kind !== 'officer' && !reason)
        await this.transition.apply(paymentLifecycle, payment, 'release', actor, { withheldReason: null });
      if (payment.status === 'planned' && isDueForAttest(payment.payOn, this.clock.today()))
        await this.transition.apply(paymentLifecycle, payment, 'fall-due', actor);
      if (payment.status === 'due' && reason) await this.holdBack(actor, payment, reason);
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
    await this.refuseIfHeldBack(payment);
    refuseIf(checkPaymentCeiling(payment, await this.payments.entitlement(payment)));
    const { amount, setOff } = payment;
    const attested = {
      attestedBy: actor.userId,
      attestedByPerson: actor.personId,
      attestedAt: this.clock.now(),
    };
    await this.transition.apply(paymentLifecycle, payment, 'attest', actor, attested, { amount, setOff });
    return setOff === amount ? this.execution.executeWithoutFile(actor, payment) : payment;
  }

  /** A finance officer holds a payment back. */
  @Transactional()
  async withhold(actor: Actor, id: string, reason: string): Promise<Payment> {
    const payment = await this.payments.getForUpdate(id);
    authorise(actor, 'payment.withhold', payment);
    await this.interests.refuseForDecision(actor, payment.decisionId);
    return this.holdBack(actor, payment, { kind: 'officer', reason });
  }

  /** And lets it go again; not while a report or a condition holds it back. */
  @Transactional()
  async release(actor: Actor, id: string, reason: string): Promise<Payment> {
    const payment = await this.payments.getForUpdate(id);
    authorise(actor, 'payment.release', payment);
    await this.interests.refuseForDecision(actor, payment.decisionId);
    await this.refuseIfHeldBack(payment);
    const released = { withheldReason: null };
    return this.transition.apply(paymentLifecycle, payment, 'release', actor, released, { reason });
  }

  /** What bounced is planned again, and falls due at once where its day is near. */
  @Transactional()
  async replan(actor: Actor, id: string): Promise<Payment> {
    const replacement = await this.execution.replan(actor, id);
    await this.advance(actor, replacement.decisionId);
    return replacement;
  }

  /** Decisions whose payments may have come within their lead time, or may be released. */
  decisionsWaiting(): Promise<string[]> {
    return this.payments.decisionsWaiting(addDays(this.clock.today(), PAYMENT_LEAD_DAYS));
  }

  private async cancel(actor: Actor, payments: readonly Payment[], facts: AuditData): Promise<void> {
    const changes = { withheldReason: null };
    for (const payment of payments)
      if (paymentLifecycle.next(payment.status, 'cancel'))
        await this.transition.apply(paymentLifecycle, payment, 'cancel', actor, changes, facts);
  }

  /** What holds a payment of the decision back, by payment: for whoever is about to send some. */
  async heldBack(payments: readonly Payment[]): Promise<Map<string, WithheldReason>> {
    const held = new Map<string, WithheldReason>();
    for (const decisionId of new Set(payments.map((payment) => payment.decisionId))) {
      const facts = await this.payments.whatHoldsBack(decisionId);
      for (const payment of payments) {
        const reason = payment.decisionId === decisionId ? reasonToWithhold(facts, payment) : null;
        if (reason) held.set(payment.id, reason);
      }
    }
    return held;
  }

  private async refuseIfHeldBack(payment: Payment): Promise<void> {
    const reason = reasonToWithhold(await this.payments.whatHoldsBack(payment.decisionId), payment);
    if (reason) refuseIf([heldBackFinding(payment.id, reason)]);
  }

  /** Asked together, so that they travel together. */
  private async standing(decisionId: string) {
    const [waiting, facts] = await Promise.all([
      this.payments.waitingForUpdate(decisionId),
      this.payments.whatHoldsBack(decisionId),
    ]);
    return { waiting, facts };
  }

  private holdBack(actor: Actor, payment: Payment, withheldReason: WithheldReason): Promise<Payment> {
    const facts = { ...withheldReason };
    return this.transition.apply(paymentLifecycle, payment, 'withhold', actor, { withheldReason }, facts);
  }
}

const factsOf = ({ year, instalment, amount, payOn }: Payment) => ({ year, instalment, amount, payOn });

/** Why a payment cannot be attested, released or sent. */
export function heldBackFinding(paymentId: string, reason: WithheldReason): Finding {
  const { kind, ...why } = reason;
  return {
    code: `heldBackBy${kind[0]!.toUpperCase()}${kind.slice(1)}`,
    outcome: 'notMet',
    citation: null,
    data: { paymentId, ...why },
  };
}
