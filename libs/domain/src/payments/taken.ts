import type { Kronor, YearAmount } from '../shared/money.js';
import { sumByYear } from '../shared/money.js';
import type { PaymentStatus } from './payment.lifecycle.js';

/** Attested is on its way: the lifecycle has no step back from it. */
const TAKEN: readonly PaymentStatus[] = ['attested', 'sent', 'executed'];

/** What of each year is paid or on its way to the bank, in whole kronor, years ascending. */
export function computeTaken(
  payments: readonly { year: number; amount: Kronor; status: PaymentStatus }[],
): YearAmount[] {
  const sums = sumByYear(payments.filter(({ status }) => TAKEN.includes(status)));
  return [...sums].map(([year, amount]) => ({ year, amount }));
}
