import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { recoveryLifecycle } from '#domain/recoveries/recovery.lifecycle';
import { computeRepayment, type Owed } from '#domain/recoveries/repayment';
import { checkSetOff, computeSetOff } from '#domain/recoveries/set-off';
import { sumKronor, type Kronor } from '#domain/shared/money';
import { PaymentSetOff } from '#core/payments';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { refuseIf } from '#platform/errors';
import { Transition } from '#platform/transition';
import { Collecting } from './collecting.js';
import { RecoveryBooks } from './recovery-books.js';
import type { Recovery } from './recovery.entity.js';
import { RecoveryRepository } from './recovery.repository.js';

/** A claim that is paid by lowering what the recipient is to be paid. */
@Injectable()
export class SetOffService {
  constructor(
    private readonly collecting: Collecting,
    private readonly recoveries: RecoveryRepository,
    private readonly books: RecoveryBooks,
    private readonly payments: PaymentSetOff,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /**
   * What is owed today is taken of coming payments to the recipient, those to be paid first before those later; as much as
   * there is where no amount is named.
   */
  @Transactional()
  async setOff(actor: Actor, id: string, amount: Kronor | undefined): Promise<Recovery> {
    const recovery = await this.collecting.open(actor, id, 'recovery.set-off');
    const today = this.clock.today();
    const owed = await this.collecting.charge(actor, recovery, today, 'amount');
    const coming = await this.payments.openFor(recovery.organisationId);
    const most = sumKronor(coming.map((payment) => payment.amount - payment.setOff));
    const wanted = amount ?? Math.min(owed.interest + owed.principal, most);
    refuseIf(checkSetOff(wanted, { owed: owed.interest + owed.principal, payments: coming }));
    const taken = computeSetOff(coming, wanted);
    const used: Owed = { interest: 0, principal: 0 };
    for (const { paymentId, amount: part } of taken) {
      const left = { interest: owed.interest - used.interest, principal: owed.principal - used.principal };
      const parts = computeRepayment(part, left);
      used.interest += parts.interest;
      used.principal += parts.principal;
      await this.books.post(actor, recovery, { act: 'setOff', parts, day: today, paymentId });
      await this.payments.change(
        actor,
        coming.find((payment) => payment.id === paymentId)!,
        part,
        id,
      );
    }
    const { interestUntil } = recovery;
    const facts = { amount: wanted, payments: taken, ...used };
    await this.transition.apply(recoveryLifecycle, recovery, 'set-off', actor, { interestUntil }, facts);
    await this.collecting.finish(actor, recovery, owed, used);
    return recovery;
  }

  /**
   * Before a case's waiting payments are cancelled: what was set off against them is owed again, and bears interest as if
   * it had not been set off.
   */
  @Transactional()
  async undo(actor: Actor, applicationId: string, facts: Record<string, unknown>): Promise<void> {
    for (const payment of await this.payments.loweredOf(applicationId)) {
      for (const { recoveryId, amount } of await this.undoOf(actor, payment.id, facts))
        await this.payments.change(actor, payment, -amount, recoveryId);
    }
  }

  /** Of a payment that pays nothing, cancelled or bounced: what of it was set off for which recovery is owed again. */
  @Transactional()
  async undoOf(
    actor: Actor,
    paymentId: string,
    facts: Record<string, unknown>,
  ): Promise<{ recoveryId: string; amount: Kronor }[]> {
    const undone = await this.books.setOffsOf(paymentId);
    const day = this.clock.today();
    for (const { recoveryId, parts } of undone) {
      const recovery = await this.recoveries.getForUpdate(recoveryId);
      await this.books.post(actor, recovery, { act: 'undoSetOff', parts, day, paymentId });
      const told = { ...facts, paymentId, ...parts };
      await this.transition.apply(recoveryLifecycle, recovery, 'undo-set-off', actor, {}, told);
      await this.collecting.takeBack(actor, recovery, parts.principal);
    }
    return undone.map(({ recoveryId, parts }) => ({ recoveryId, amount: parts.principal + parts.interest }));
  }
}
