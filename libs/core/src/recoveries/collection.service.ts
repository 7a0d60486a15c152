import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { checkPlan, type Portion } from '#domain/recoveries/instalment-plan';
import { recoveryLifecycle } from '#domain/recoveries/recovery.lifecycle';
import { checkRepayment, computeRepayment } from '#domain/recoveries/repayment';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Conflict, Invalid, refuseIf } from '#platform/errors';
import { Transition } from '#platform/transition';
import { Collecting } from './collecting.js';
import { RecoveryBooks } from './recovery-books.js';
import type { Recovery } from './recovery.entity.js';

export interface RegisteredPayment {
  amount: Kronor;
  paidOn: LocalDate;
  /** The bank's. */
  reference: string;
}

/** How a decided claim is paid: in cash, by instalments, or not at all. */
@Injectable()
export class CollectionService {
  constructor(
    private readonly collecting: Collecting,
    private readonly books: RecoveryBooks,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** Interest to the day of the payment is charged first; the payment covers it before the principal. */
  @Transactional()
  async registerPayment(
    actor: Actor,
    id: string,
    { amount, paidOn, reference }: RegisteredPayment,
  ): Promise<Recovery> {
    const recovery = await this.collecting.open(actor, id, 'recovery.register-payment');
    const today = this.clock.today();
    if (paidOn > today) throw new Invalid([{ code: 'dateInTheFuture', path: 'paidOn', data: { today } }]);
    if (await this.books.hasPayment(id, { reference, day: paidOn, amount })) throw new Conflict();
    const owed = await this.collecting.charge(actor, recovery, paidOn, 'paidOn');
    refuseIf(checkRepayment(amount, owed));
    const parts = computeRepayment(amount, owed);
    await this.books.post(actor, recovery, { act: 'payment', parts, day: paidOn, reference });
    const facts = { amount, paidOn, reference, ...parts };
    const { interestUntil } = recovery;
    await this.transition.apply(
      recoveryLifecycle,
      recovery,
      'register-payment',
      actor,
      { interestUntil },
      facts,
    );
    await this.collecting.finish(actor, recovery, owed, parts);
    return recovery;
  }

  /** New due days for the principal that is left; what was late until today has borne its interest. */
  @Transactional()
  async plan(actor: Actor, id: string, instalments: Portion[]): Promise<Recovery> {
    const recovery = await this.collecting.open(actor, id, 'recovery.plan');
    const today = this.clock.today();
    const { principal } = await this.collecting.charge(actor, recovery, today, 'instalments');
    refuseIf(checkPlan(instalments, { principal, today }));
    const { interestUntil } = recovery;
    const planned = { instalments, interestUntil };
    return this.transition.apply(recoveryLifecycle, recovery, 'plan', actor, planned, { instalments });
  }

  /** What is left is not demanded any more, with the reasons why. */
  @Transactional()
  async writeOff(actor: Actor, id: string, reasons: string): Promise<Recovery> {
    const recovery = await this.collecting.open(actor, id, 'recovery.write-off');
    const { principal, interest } = await this.books.balance(id);
    const parts = { principal, interest };
    await this.books.post(actor, recovery, { act: 'writeOff', parts, day: this.clock.today() });
    const closed = { closingReasons: reasons };
    const facts = { reasons, ...parts };
    return this.transition.apply(recoveryLifecycle, recovery, 'write-off', actor, closed, facts);
  }
}
