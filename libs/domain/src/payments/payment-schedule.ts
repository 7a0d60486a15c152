import type { DecisionYearStatus } from '../decisions/decision-year.lifecycle.js';
import type { Instalment } from '../decisions/instalments.js';
import type { PlannedYear } from '../decisions/multi-year.js';
import { toTenThousandths, WHOLE_SHARE } from '../decisions/shares.js';
import { splitByLargestRemainder } from '../shared/largest-remainder.js';
import { addDays, laterOf, type LocalDate } from '../shared/local-date.js';
import { sumByYear, type Kronor, type YearAmount } from '../shared/money.js';

/** How long before its day a payment falls due for attest. */
export const PAYMENT_LEAD_DAYS = 60;

export interface PlannedPayment {
  year: number;
  /** 1, 2, … within the year. */
  instalment: number;
  amount: Kronor;
  payOn: LocalDate;
  /** Of the year: the payment of a conditional year does not fall due. */
  status: Exclude<DecisionYearStatus, 'lapsed'>;
}

/** The i-th of k instalments: the 15th of month 1 + ⌊12(i − 1)/k⌋. */
function dayOf(year: number, instalment: number, count: number): LocalDate {
  const month = 1 + Math.floor((12 * (instalment - 1)) / count);
  return `${year}-${String(month).padStart(2, '0')}-15`;
}

/**
 * The payments of a decision, in whole kronor. Each year's sum is split by its instalments' shares with the largest
 * remainder, so that the payments of a year sum to it exactly; a year without instalments is paid at once. No payment
 * is planned before the decision was approved, none of 0 kronor, and none of a lapsed year.
 */
export function computePaymentSchedule(plan: {
  years: readonly PlannedYear[];
  instalments?: readonly Instalment[];
  approvedOn: LocalDate;
}): PlannedPayment[] {
  const { years, instalments = [], approvedOn } = plan;
  return years.flatMap(({ year, amount, status }) => {
    if (status === 'lapsed') return [];
    const own = instalments.filter((row) => row.year === year).map((row) => toTenThousandths(row.share) ?? 0);
    const shares = own.some((share) => share > 0) ? own : [WHOLE_SHARE];
    const parts = splitByLargestRemainder(BigInt(amount), shares.map(BigInt)) ?? [];
    return parts
      .map((part, index) => ({
        year,
        instalment: index + 1,
        amount: Number(part),
        payOn: laterOf(dayOf(year, index + 1, shares.length), approvedOn),
        status,
      }))
      .filter((payment) => payment.amount > 0);
  });
}

/**
 * The payments that are left of an amended decision, in whole kronor: the schedule of its new sums, where what is
 * `taken` of a year (paid or on its way to the bank) is counted off its instalments, the first ones first. What is left
 * and what is taken of a year sum to it exactly; more is never taken than the year has.
 */
export function computeRemainingSchedule({
  taken,
  ...plan
}: Parameters<typeof computePaymentSchedule>[0] & { taken: readonly YearAmount[] }): PlannedPayment[] {
  const left = sumByYear(taken);
  return computePaymentSchedule(plan).flatMap((payment) => {
    const covered = Math.min(payment.amount, left.get(payment.year) ?? 0);
    left.set(payment.year, (left.get(payment.year) ?? 0) - covered);
    return covered === payment.amount ? [] : [{ ...payment, amount: payment.amount - covered }];
  });
}

/** True from 60 days before the payment's day. */
export function isDueForAttest(payOn: LocalDate, today: LocalDate): boolean {
  return addDays(payOn, -PAYMENT_LEAD_DAYS) <= today;
}
