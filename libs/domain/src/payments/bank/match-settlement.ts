import { beginningOf } from '../../shared/excerpt.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Kronor } from '../../shared/money.js';
import type { PaymentStatus } from '../payment.lifecycle.js';
import { isKronorOf } from './decimal.js';
import type { BankReason, NoticeItem, SettlementNotice, WholeRejection } from './settlement-notice.js';

export const SETTLEMENT_OUTCOMES = [
  'executed',
  'bounced',
  'alreadyExecuted',
  'alreadyBounced',
  'accepted',
  'pending',
  'amountDiffers',
  'currencyDiffers',
  'unknownReference',
  'otherFile',
  'contradicts',
  'demandedBack',
] as const;
export type SettlementOutcome = (typeof SETTLEMENT_OUTCOMES)[number];

/** A payment as it was sent. */
export interface SentLine {
  paymentId: string;
  endToEndId: string;
  /** The batch that it was sent in. */
  paymentInformationId: string;
  /** What was sent, whole kronor. */
  amount: Kronor;
  status: PaymentStatus;
  /** True where it stands in another file than the one that the notice was given for. */
  isOfOtherFile: boolean;
  /**
   * What it pays of its case's year, set-offs counted, and what of that year is paid and not demanded back before the
   * notice, whole kronor. Known of the file's own payments that the notice names.
   */
  paid?: { caseYear: string; amount: Kronor; unclaimed: number };
}

export interface SettlementRow {
  /** From 1, in the order of the notice. */
  number: number;
  endToEndId: string | null;
  paymentId: string | null;
  outcome: SettlementOutcome;
  /** What the bank says, as it stands there. */
  amount: string | null;
  currency: string | null;
  /** What was sent, whole kronor; `null` where the payment is not known. */
  expected: Kronor | null;
  on: LocalDate | null;
  reason: BankReason | null;
}

/**
 * What each row of a notice comes to. A payment is matched by its end-to-end id, and by its amount to the öre: one that
 * differs is told and changes nothing. What is told twice, in one notice or in two, acts once. Days to come are pending.
 * What comes back of money that is demanded back already pays that claim, where a person registers it: here it is told.
 */
export function computeSettlement(
  notice: Pick<SettlementNotice, 'items' | 'rejections'>,
  sent: readonly SentLine[],
  today: LocalDate,
): SettlementRow[] {
  const lines = new Map(sent.map((line) => [line.endToEndId, line]));
  const statuses = new Map(sent.map((line) => [line.endToEndId, line.status]));
  const unclaimed = new Map(sent.map(({ paid }) => [paid?.caseYear, paid?.unclaimed ?? 0]));
  const items = [...notice.items, ...notice.rejections.flatMap((each) => rejected(each, sent))];
  return items.map((item, index): SettlementRow => {
    const line = item.endToEndId === null ? undefined : lines.get(item.endToEndId);
    const status = line && statuses.get(line.endToEndId);
    const left = unclaimed.get(line?.paid?.caseYear) ?? 0;
    const outcome = line ? outcomeOf(item, line, { status: status!, left, today }) : 'unknownReference';
    if (line && (outcome === 'executed' || outcome === 'bounced')) {
      statuses.set(line.endToEndId, outcome);
      const change = outcome === 'executed' ? 1 : status === 'executed' ? -1 : 0;
      if (line.paid) unclaimed.set(line.paid.caseYear, left + change * line.paid.amount);
    }
    return {
      number: index + 1,
      endToEndId: item.endToEndId === null ? null : beginningOf(item.endToEndId, 100),
      paymentId: line?.paymentId ?? null,
      outcome,
      amount: item.amount === null ? null : beginningOf(item.amount, 40),
      currency: item.currency === null ? null : beginningOf(item.currency, 10),
      expected: line?.amount ?? null,
      on: item.on,
      reason: item.reason,
    };
  });
}

function outcomeOf(
  item: NoticeItem,
  line: SentLine,
  { status, left, today }: { status: PaymentStatus; left: number; today: LocalDate },
): SettlementOutcome {
  if (line.isOfOtherFile) return 'otherFile';
  const isMoney = item.told === 'executed' || item.told === 'returned';
  if (isMoney && item.currency !== 'SEK') return 'currencyDiffers';
  if (item.amount !== null || isMoney) if (!isKronorOf(item.amount, line.amount)) return 'amountDiffers';
  if (item.on !== null && item.on > today) return 'pending';
  switch (item.told) {
    case 'accepted':
    case 'pending':
      return item.told;
    case 'executed':
      return status === 'sent' ? 'executed' : status === 'executed' ? 'alreadyExecuted' : 'contradicts';
    case 'rejected':
      return status === 'sent' ? 'bounced' : status === 'bounced' ? 'alreadyBounced' : 'contradicts';
    case 'returned':
      if (status === 'bounced') return 'alreadyBounced';
      return status === 'executed' && line.paid && line.paid.amount > left ? 'demandedBack' : 'bounced';
  }
}

/** The lines of what was turned away as a whole: a batch, or the file. */
function rejected({ paymentInformationId, reason }: WholeRejection, sent: readonly SentLine[]): NoticeItem[] {
  return sent
    .filter((line) => !line.isOfOtherFile)
    .filter((line) => paymentInformationId === null || line.paymentInformationId === paymentInformationId)
    .map(({ endToEndId }) => ({
      endToEndId,
      amount: null,
      currency: null,
      told: 'rejected',
      reason,
      on: null,
    }));
}

/** ISO 20022's codes for an account that is wrong, closed or blocked, and for a bank that is not known. */
const OF_THE_ACCOUNT = /^(AC|RC)\d\d$/;

/** True where the same account would bounce again: another must be approved before the money is sent once more. */
export function isAccountRefused(reason: BankReason): boolean {
  return OF_THE_ACCOUNT.test(reason.code ?? '');
}
