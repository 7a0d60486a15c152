import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { endToEndIdOf } from '#domain/payments/bank/payment-order';
import { SYSTEM } from '#core/access';
import { PaymentFileService, SettlementService } from '#core/payment-files';
import { CollectionService, RecoveryService } from '#core/recoveries';
import { bankNotice } from './bank-notice.js';
import type { Scene } from './case-player.service.js';
import type { Followed, FollowedPayment } from './demo.queries.js';
import type { Dated, FollowUp, MoneyAct } from './story.js';

const OF_PAYMENTS = ['sendToBank', 'hearFromBank'];
const OF_RECOVERIES = ['notifyRecovery', 'answerRecovery', 'decideRecovery', 'planRecovery', 'repay'];

type RecoveryAct = Exclude<MoneyAct, { instalment: number }>;
type FollowedRecovery = Followed['recoveries'][number];

export const isMoneyAct = (followUp: Dated<FollowUp>): followUp is Dated<MoneyAct> =>
  [...OF_PAYMENTS, ...OF_RECOVERIES].includes(followUp.act);

/** Plays what the bank answers, and a recovery from notice to repayment. */
@Injectable()
export class MoneyPlayer {
  constructor(
    private readonly files: PaymentFileService,
    private readonly settlements: SettlementService,
    private readonly recoveries: RecoveryService,
    private readonly collection: CollectionService,
  ) {}

  /** Whether there was anything left to do. */
  async play(
    act: Dated<MoneyAct>,
    { payments, recoveries }: Followed,
    { signatory }: Scene,
    actor: (name: string) => Actor,
  ): Promise<boolean> {
    if (act.act === 'sendToBank' || act.act === 'hearFromBank') {
      const payment = payments.find((row) => row.year === act.year && row.instalment === act.instalment);
      return payment !== undefined && this.bank(act, payment, actor(act.by));
    }
    const [recovery] = recoveries;
    if (!recovery || isDone(act, recovery)) return false;
    await this.recover(act, recovery, act.act === 'answerRecovery' ? signatory : actor(act.by));
    return true;
  }

  /** A demo begun before its recipients had accounts is left without files. */
  private async bank(
    { act, day }: Dated<Extract<MoneyAct, { instalment: number }>>,
    { id, status, amount, paymentFileId, accountFrom }: FollowedPayment,
    finance: Actor,
  ): Promise<boolean> {
    if (act === 'sendToBank') {
      if (status !== 'attested' || accountFrom === null || accountFrom > day) return false;
      await this.files.make(SYSTEM, paymentFileId ?? (await this.files.order(finance, [id])).id);
      return true;
    }
    if (status !== 'sent') return false;
    const notice = bankNotice({ endToEndId: endToEndIdOf(id), amount, day });
    await this.settlements.register(finance, paymentFileId!, Buffer.from(notice, 'utf8'));
    return true;
  }

  private recover(act: Dated<RecoveryAct>, { id }: FollowedRecovery, by: Actor): Promise<unknown> {
    switch (act.act) {
      case 'notifyRecovery':
        return this.recoveries.notify(by, id, act.answerBy);
      case 'answerRecovery':
        return this.recoveries.answer(by, id, act.text);
      case 'decideRecovery':
        return this.recoveries.decide(by, id, {});
      case 'planRecovery':
        return this.collection.plan(by, id, act.instalments);
      case 'repay':
        return this.collection.registerPayment(by, id, { ...act, paidOn: act.day });
    }
  }
}

function isDone({ act }: RecoveryAct, { status, hasAnswer, portions }: FollowedRecovery): boolean {
  switch (act) {
    case 'notifyRecovery':
      return status !== 'considered';
    case 'answerRecovery':
      return status !== 'notified' || hasAnswer;
    case 'decideRecovery':
      return status !== 'notified';
    case 'planRecovery':
      return status !== 'decided' || portions > 1;
    case 'repay':
      return status !== 'decided';
  }
}
