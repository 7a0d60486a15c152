import type { PaymentStatus } from '../payments/payment.lifecycle.js';
import type { Finding } from '../shared/finding.js';
import type { LocalDate } from '../shared/local-date.js';
import { sumKronor, type Kronor } from '../shared/money.js';

/** A payment to the same recipient that is not attested yet. Kronor. */
export interface ComingPayment {
  id: string;
  payOn: LocalDate;
  amount: Kronor;
  /** What recoveries have taken of it already. */
  setOff: Kronor;
}

/** A payment may be lowered until somebody has attested its sum. */
export const OPEN_TO_SET_OFF: readonly PaymentStatus[] = ['planned', 'due', 'withheld'];

/**
 * Takes `amount` kronor of the coming payments: those to be paid first before those later, of one day by id, each until
 * nothing of it is left.
 */
export function computeSetOff(
  payments: readonly ComingPayment[],
  amount: Kronor,
): { paymentId: string; amount: Kronor }[] {
  let left = amount;
  return payments
    .toSorted((a, b) => compare(a.payOn, b.payOn) || compare(a.id, b.id))
    .flatMap((payment) => {
      const part = Math.min(left, payment.amount - payment.setOff);
      left -= part;
      return part > 0 ? [{ paymentId: payment.id, amount: part }] : [];
    });
}

/** Set-off takes something, no more than is owed, and no more than is to be paid. Kronor. */
export function checkSetOff(
  amount: Kronor,
  facts: { owed: Kronor; payments: readonly ComingPayment[] },
): Finding[] {
  const coming = sumKronor(facts.payments.map((payment) => payment.amount - payment.setOff));
  if (amount > 0 && amount <= Math.min(facts.owed, coming)) return [];
  const data = { amount, owed: facts.owed, coming };
  return [{ code: 'setOffTooLarge', outcome: 'notMet', citation: null, path: 'amount', data }];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
