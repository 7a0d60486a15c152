import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { computeSettlement, type SettlementRow } from '#domain/payments/bank/match-settlement';
import { paymentFileLifecycle } from '#domain/payments/bank/payment-file.lifecycle';
import { readNotice, type SettlementNotice } from '#domain/payments/bank/settlement-notice';
import { beginningOf } from '#domain/shared/excerpt';
import { authorise } from '#core/access';
import { PaymentExecution, PaymentRepository, type Payment } from '#core/payments';
import { ReturnedMoney } from '#core/recoveries';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Invalid, refuseIf } from '#platform/errors';
import { newId } from '#platform/ids';
import { sha256 } from '#platform/storage';
import { Transition } from '#platform/transition';
import { parseXml } from '#platform/xml';
import type { PaymentFile } from './payment-file.entity.js';
import { PaymentFileRepository } from './payment-file.repository.js';
import { PaymentSettlement } from './payment-settlement.entity.js';

const MAX_ROWS = 10_000;

/** Takes what the bank says of a file: each payment executed or bounced, once, and every row told what it came to. */
@Injectable()
export class SettlementService {
  constructor(
    private readonly files: PaymentFileRepository,
    private readonly payments: PaymentRepository,
    private readonly execution: PaymentExecution,
    private readonly returned: ReturnedMoney,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** The same bytes again are the same settlement, and change nothing. */
  @Transactional()
  async register(actor: Actor, paymentFileId: string, content: Buffer): Promise<{ id: string }> {
    const file = await this.files.getForUpdate(paymentFileId);
    authorise(actor, 'paymentFile.register-settlement', { status: file.status });
    const notice = readBankNotice(content, file);
    const checksum = sha256(content);
    const known = await this.files.settlementOf(paymentFileId, checksum);
    if (known) return { id: known };
    const settlement = Object.assign(new PaymentSettlement(), {
      id: newId(),
      paymentFileId,
      kind: notice.kind,
      messageId: notice.messageId === null ? null : beginningOf(notice.messageId, 35),
      content,
      sha256: checksum,
      uploadedBy: actor.userId,
      uploadedAt: this.clock.now(),
    });
    const { rows, payments } = await this.match(file, notice);
    await this.files.addSettlement(Object.assign(settlement, { rows }));
    const facts = { settlementId: settlement.id, kind: notice.kind, sha256: checksum, rows: tally(rows) };
    await this.transition.apply(paymentFileLifecycle, file, 'register-settlement', actor, {}, facts);
    await this.settle(actor, settlement, payments);
    return settlement;
  }

  private async match(
    file: PaymentFile,
    notice: SettlementNotice,
  ): Promise<{ rows: SettlementRow[]; payments: Map<string, Payment> }> {
    const named = notice.items.flatMap(({ endToEndId }) => endToEndId ?? []);
    const lines = await this.files.sentLines(file, named);
    const own = lines.filter(({ isOfOtherFile }) => !isOfOtherFile).map(({ paymentId }) => paymentId);
    const locked = await this.payments.manyForUpdate(own);
    const payments = new Map(locked.map((payment) => [payment.id, payment]));
    const parts = new Map((await this.returned.partsOf(own)).map((part) => [part.paymentId, part]));
    const sent = lines.map((line) => {
      const paid = parts.get(line.paymentId);
      return {
        ...line,
        status: payments.get(line.paymentId)?.status ?? line.status,
        ...(paid ? { paid } : {}),
      };
    });
    return { rows: computeSettlement(notice, sent, this.clock.today()), payments };
  }

  /** In the order told: what was paid may come back in the same notice. */
  private async settle(
    actor: Actor,
    { id, rows }: PaymentSettlement,
    payments: Map<string, Payment>,
  ): Promise<void> {
    const today = this.clock.today();
    const told = rows
      .filter(({ outcome }) => outcome === 'executed' || outcome === 'bounced')
      .map(({ paymentId, outcome, on, reason }) => ({
        payment: payments.get(paymentId!)!,
        settlementId: id,
        on: on ?? today,
        bounce: outcome === 'bounced' ? (reason ?? { code: null, text: null }) : null,
      }));
    const bounced = told.filter(({ bounce }) => bounce !== null).map(({ payment }) => payment);
    await this.returned.undoSetOffs(actor, bounced, { settlementId: id });
    await this.execution.settle(actor, told);
  }
}

function readBankNotice(content: Buffer, { messageId }: PaymentFile): SettlementNotice {
  const notice = readNotice(parseXml(content));
  if (!notice) throw new Invalid([{ code: 'notSettlementMessage', path: 'file' }]);
  if (notice.items.length > MAX_ROWS)
    throw new Invalid([{ code: 'tooMany', path: 'file', data: { max: MAX_ROWS } }]);
  if (notice.originalMessageId !== null && notice.originalMessageId !== messageId)
    refuseIf([
      {
        code: 'settlementOfOtherFile',
        outcome: 'notMet',
        citation: null,
        data: { messageId, told: beginningOf(notice.originalMessageId, 100) },
      },
    ]);
  return notice;
}

/** How many rows came to what. */
function tally(rows: readonly SettlementRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
