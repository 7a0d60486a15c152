import type { Account } from '../accounts/account.js';
import { isBic } from '../accounts/bic.js';
import { isIban } from '../accounts/iban.js';
import type { LocalDate } from '../../shared/local-date.js';
import { sumKronor, type Kronor } from '../../shared/money.js';

/** Who pays: the agency. */
export interface Payer {
  name: string;
  /** Ten digits. */
  organisationNumber: string;
  iban: string;
  bic: string;
}

/** One payment as the bank is told of it. */
export interface OrderLine {
  /** Goes with the payment to the recipient and back again: what a settlement is matched by. Unique for all time. */
  endToEndId: string;
  /** What is sent, in whole kronor: the instalment less what was set off. */
  amount: Kronor;
  /** The day on which the bank is asked to pay. */
  executeOn: LocalDate;
  payee: string;
  account: Account;
  /** What the recipient reads. */
  text: string;
}

export interface PaymentOrder {
  messageId: string;
  /** RFC 3339, UTC. */
  createdAt: string;
  payer: Payer;
  lines: readonly OrderLine[];
}

/** A bank takes more; one file is one transaction when it is made and when it is settled. */
export const MAX_LINES = 1_000;

/** Lines of one day, as the bank pays them together. Sums in whole kronor. */
export interface OrderBatch {
  executeOn: LocalDate;
  lines: readonly OrderLine[];
  sum: Kronor;
}

/** The order's lines by the day they are paid, earliest first, each in the order given. */
export function batchesOf({ lines }: Pick<PaymentOrder, 'lines'>): OrderBatch[] {
  const days = [...new Set(lines.map(({ executeOn }) => executeOn))].sort();
  return days.map((executeOn) => {
    const own = lines.filter((line) => line.executeOn === executeOn);
    return { executeOn, lines: own, sum: sumKronor(own.map(({ amount }) => amount)) };
  });
}

/** The end-to-end id of a payment: its id without hyphens, 32 of the 35 characters that there are. */
export function endToEndIdOf(paymentId: string): string {
  return paymentId.replaceAll('-', '');
}

/** What is wrong with who is to pay; nothing where a file can be made in its name. */
export function checkPayer({ name, organisationNumber, iban, bic }: Payer): (keyof Payer)[] {
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(/^\d{10}$/.test(organisationNumber) ? [] : (['organisationNumber'] as const)),
    ...(isIban(iban) ? [] : (['iban'] as const)),
    ...(isBic(bic) ? [] : (['bic'] as const)),
  ];
}
