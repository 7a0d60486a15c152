import type { Finding } from '../shared/finding.js';
import { sumKronor, type Kronor, type YearAmount } from '../shared/money.js';

/** What is owed on the day of a payment, kronor. */
export interface Owed {
  interest: Kronor;
  principal: Kronor;
}

/** How a payment is used: interest first, then principal. Whole kronor; it is never more than what is owed. */
export function computeRepayment(amount: Kronor, owed: Owed): Owed {
  const interest = Math.min(amount, owed.interest);
  return { interest, principal: Math.min(amount - interest, owed.principal) };
}

/** Nobody pays more than is owed on that day: the rest would be money that belongs to no claim. Kronor. */
export function checkRepayment(amount: Kronor, { interest, principal }: Owed): Finding[] {
  const owed = interest + principal;
  if (amount > 0 && amount <= owed) return [];
  const data = { amount, owed, interest, principal, excess: Math.max(0, amount - owed) };
  return [
    {
      code: amount > 0 ? 'overpayment' : 'nothingPaid',
      outcome: 'notMet',
      citation: null,
      path: 'amount',
      data,
    },
  ];
}

/**
 * The years that repaid principal belongs to, in kronor: the years of the claim in their order, each until it is full.
 * `before` is what was repaid earlier, so that the parts of all repayments sum to each year's own.
 */
export function splitOverYears(years: readonly YearAmount[], before: Kronor, amount: Kronor): YearAmount[] {
  let skipped = before;
  let left = amount;
  return years.flatMap((row) => {
    const passed = Math.min(skipped, row.amount);
    skipped -= passed;
    const part = Math.min(left, row.amount - passed);
    left -= part;
    return part > 0 ? [{ year: row.year, amount: part }] : [];
  });
}

/** What of each year may still be demanded back: paid out and not demanded yet. Kronor. */
export function computeRecoverable(
  paid: readonly YearAmount[],
  claimed: readonly YearAmount[],
): YearAmount[] {
  return paid
    .map(({ year, amount }) => {
      const taken = sumKronor(claimed.filter((row) => row.year === year).map((row) => row.amount));
      return { year, amount: Math.max(0, amount - taken) };
    })
    .filter((row) => row.amount > 0);
}

/** A claim that names no years takes the latest first: kronor per year, in the order of the years. */
export function spreadFromLatest(recoverable: readonly YearAmount[], amount: Kronor): YearAmount[] {
  const latestFirst = recoverable.toSorted((a, b) => b.year - a.year);
  return splitOverYears(latestFirst, 0, amount).sort((a, b) => a.year - b.year);
}
