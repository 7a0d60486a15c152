import { beginningOf } from '../../shared/excerpt.js';
import { isLocalDate, type LocalDate } from '../../shared/local-date.js';
import { elementsAt, textAt, type XmlElement } from '../../shared/xml.js';
import { toOre } from './decimal.js';

export const NOTICE_KINDS = ['camt.054', 'pain.002'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What the bank says of one payment. `accepted` and `pending` are on their way: nothing follows from them yet. */
export type Told = 'executed' | 'returned' | 'rejected' | 'accepted' | 'pending';

export interface BankReason {
  /** Of ISO 20022's external codes, as `AC04`; `null` where the bank gives none. */
  code: string | null;
  text: string | null;
}

export interface NoticeItem {
  /** `null` where the bank names no payment. */
  endToEndId: string | null;
  /** As it stands in the file; `null` where it stands nowhere. */
  amount: string | null;
  currency: string | null;
  told: Told;
  reason: BankReason | null;
  /** The day the bank booked it. */
  on: LocalDate | null;
}

/** A notice about the whole file or one of its batches instead of single payments. */
export interface WholeRejection {
  /** `null` for the file. */
  paymentInformationId: string | null;
  reason: BankReason;
}

export interface SettlementNotice {
  kind: NoticeKind;
  messageId: string | null;
  /** The message that a pain.002 answers; `null` in a camt.054. */
  originalMessageId: string | null;
  items: NoticeItem[];
  rejections: WholeRejection[];
}

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.054|pain\.002)\.001\.\d{2}$/;

/**
 * What the bank says in a `camt.054.001.nn` (money left or came back) or a `pain.002.001.nn` (a payment was turned away);
 * `null` for any other document.
 */
export function readNotice(document: XmlElement): SettlementNotice | null {
  const kind = NAMESPACE.exec(document.namespace)?.[1] as NoticeKind | undefined;
  if (document.name !== 'Document' || kind === undefined) return null;
  const body = elementsAt(document, kind === 'camt.054' ? 'BkToCstmrDbtCdtNtfctn' : 'CstmrPmtStsRpt')[0];
  if (!body) return null;
  return kind === 'camt.054' ? readNotification(body) : readStatusReport(body);
}

function readNotification(body: XmlElement): SettlementNotice {
  const entries = elementsAt(body, 'Ntfctn', 'Ntry');
  return {
    kind: 'camt.054',
    messageId: textAt(body, 'GrpHdr', 'MsgId'),
    originalMessageId: null,
    items: entries.flatMap(entryItems),
    rejections: [],
  };
}

/** One item for each transaction of an entry; an entry without details is one item that names no payment. */
function entryItems(entry: XmlElement): NoticeItem[] {
  const details = elementsAt(entry, 'NtryDtls', 'TxDtls');
  const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts');
  const day = dayAt(entry, 'BookgDt') ?? dayAt(entry, 'ValDt');
  const own = elementsAt(entry, 'Amt')[0];
  const items = (details.length > 0 ? details : [entry]).map((detail): NoticeItem => {
    const amount = amountOf(detail) ?? own;
    const direction = textAt(detail, 'CdtDbtInd') ?? textAt(entry, 'CdtDbtInd');
    const booked = direction === 'DBIT' ? 'executed' : 'returned';
    return {
      endToEndId: textAt(detail, 'Refs', 'EndToEndId'),
      amount: amount?.text.trim() ?? null,
      currency: amount?.attributes['Ccy'] ?? null,
      told: status === 'BOOK' ? booked : 'pending',
      reason: booked === 'returned' ? reasonAt(detail, 'RtrInf') : null,
      on: day,
    };
  });
  return items.length === 1 ? [ofWholeEntry(items[0]!, own)] : items;
}

/** Where an entry is one payment, its own amount must be that of the payment: of two that differ, the entry's is told. */
function ofWholeEntry(item: NoticeItem, own: XmlElement | undefined): NoticeItem {
  const differs = own && toOre(item.amount) !== null && toOre(own.text.trim()) !== toOre(item.amount);
  return differs ? { ...item, amount: own.text.trim() } : item;
}

const amountOf = (detail: XmlElement): XmlElement | undefined =>
  elementsAt(detail, 'Amt')[0] ??
  elementsAt(detail, 'AmtDtls', 'TxAmt', 'Amt')[0] ??
  elementsAt(detail, 'AmtDtls', 'InstdAmt', 'Amt')[0];

function readStatusReport(body: XmlElement): SettlementNotice {
  const group = elementsAt(body, 'OrgnlGrpInfAndSts')[0];
  const created = textAt(body, 'GrpHdr', 'CreDtTm')?.slice(0, 10) ?? '';
  const on = isLocalDate(created) ? created : null;
  const batches = elementsAt(body, 'OrgnlPmtInfAndSts');
  const told = batches.flatMap((batch) => elementsAt(batch, 'TxInfAndSts'));
  const isRejected = group !== undefined && textAt(group, 'GrpSts') === 'RJCT';
  return {
    kind: 'pain.002',
    messageId: textAt(body, 'GrpHdr', 'MsgId'),
    originalMessageId: group ? textAt(group, 'OrgnlMsgId') : null,
    items: told.map((transaction) => statusItem(transaction, on)),
    rejections: [
      ...(isRejected && told.length === 0
        ? [{ paymentInformationId: null, reason: reasonAt(group, 'StsRsnInf') }]
        : []),
      ...batches
        .filter((batch) => textAt(batch, 'PmtInfSts') === 'RJCT')
        .filter((batch) => elementsAt(batch, 'TxInfAndSts').length === 0)
        .map((batch) => ({
          paymentInformationId: textAt(batch, 'OrgnlPmtInfId') ?? '',
          reason: reasonAt(batch, 'StsRsnInf'),
        })),
    ],
  };
}

function statusItem(transaction: XmlElement, on: LocalDate | null): NoticeItem {
  const amount = elementsAt(transaction, 'OrgnlTxRef', 'Amt', 'InstdAmt')[0];
  const status = textAt(transaction, 'TxSts');
  return {
    endToEndId: textAt(transaction, 'OrgnlEndToEndId'),
    amount: amount?.text.trim() ?? null,
    currency: amount?.attributes['Ccy'] ?? null,
    told: status === 'RJCT' ? 'rejected' : status === 'PDNG' ? 'pending' : 'accepted',
    reason: status === 'RJCT' ? reasonAt(transaction, 'StsRsnInf') : null,
    on,
  };
}

function dayAt(element: XmlElement, name: string): LocalDate | null {
  const day = textAt(element, name, 'Dt') ?? textAt(element, name, 'DtTm')?.slice(0, 10);
  return isLocalDate(day) ? day : null;
}

/** At most what ISO 20022 lets a bank write, in one line. */
function reasonAt(element: XmlElement, name: string): BankReason {
  const code = textAt(element, name, 'Rsn', 'Cd') ?? textAt(element, name, 'Rsn', 'Prtry');
  const text = elementsAt(element, name, 'AddtlInf')
    .map((line) => line.text.trim())
    .join(' ');
  return {
    code: code === null ? null : beginningOf(code, 35),
    text: text === '' ? null : beginningOf(text, 500),
  };
}
