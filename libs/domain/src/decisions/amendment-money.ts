import type { Kronor, YearAmount } from '../shared/money.js';
import { sumByYear } from '../shared/money.js';

interface Appropriated {
  id: string;
  year: number;
}

/** A year's sum, and the appropriation whose money or commitment limit carries it. Whole kronor. */
export interface CarriedYear extends YearAmount {
  appropriation: Appropriated;
}

/** Money that changes account in an appropriation, in whole kronor. */
export interface MoneyMove extends CarriedYear {
  from: 'available' | 'reserved' | 'unpaid';
  to: 'available' | 'reserved' | 'unpaid';
}

/** An appropriation's own money and its commitment limit are two funds; a year draws on one of them. */
const fundOf = ({ appropriation, year }: CarriedYear): string =>
  `${appropriation.id} ${year <= appropriation.year}`;

function sumByFund(rows: readonly CarriedYear[]): Map<string, Kronor> {
  const sums = new Map<string, Kronor>();
  for (const row of rows) sums.set(fundOf(row), (sums.get(fundOf(row)) ?? 0) + row.amount);
  return sums;
}

/**
 * What a proposed amendment must hold beyond what the earlier decision binds, in whole kronor: per fund, the new sums
 * less the old where that is above 0. What one year gives back, another year of the same fund takes, so a move between
 * them holds nothing. It is laid on the raised years, the earliest first. `after` names each year that `before` does.
 */
export function computeHold(before: readonly CarriedYear[], after: readonly CarriedYear[]): CarriedYear[] {
  const old = sumByYear(before);
  const left = sumByFund(after);
  for (const [fund, sum] of sumByFund(before)) left.set(fund, (left.get(fund) ?? 0) - sum);
  return [...after]
    .sort((a, b) => a.year - b.year)
    .flatMap((row) => {
      const raised = Math.max(0, row.amount - (old.get(row.year) ?? 0));
      const amount = Math.min(raised, Math.max(0, left.get(fundOf(row)) ?? 0));
      left.set(fundOf(row), (left.get(fundOf(row)) ?? 0) - amount);
      return amount === 0 ? [] : [{ ...row, amount }];
    });
}

/**
 * What approval moves, in whole kronor: the hold is let go of, each lowered year gives back what it no longer binds and
 * each raised year binds what it adds. A year is lowered and raised where the earlier decision's money now is: its own
 * appropriation, when it was made firm meanwhile.
 */
export function computeAmendmentMoves(
  before: readonly CarriedYear[],
  after: readonly CarriedYear[],
  hold: readonly CarriedYear[],
): MoneyMove[] {
  const old = sumByYear(before);
  return [
    ...letGoMoves(hold),
    ...after.flatMap((row): MoneyMove[] => {
      const change = row.amount - (old.get(row.year) ?? 0);
      if (change === 0) return [];
      return change > 0
        ? [{ ...row, amount: change, from: 'available', to: 'unpaid' }]
        : [{ ...row, amount: -change, from: 'unpaid', to: 'available' }];
    }),
  ];
}

/** What a proposal holds, and what its return lets go of. */
export const holdMoves = (hold: readonly CarriedYear[]): MoneyMove[] =>
  hold.map((row): MoneyMove => ({ ...row, from: 'available', to: 'reserved' }));
export const letGoMoves = (hold: readonly CarriedYear[]): MoneyMove[] =>
  hold.map((row): MoneyMove => ({ ...row, from: 'reserved', to: 'available' }));

/** What a revocation gives back: of each year what is neither paid nor on its way to the bank. Whole kronor. */
export function computeRevocationMoves(
  years: readonly CarriedYear[],
  taken: readonly YearAmount[],
): MoneyMove[] {
  const paid = sumByYear(taken);
  return years
    .map((row): MoneyMove => ({
      ...row,
      amount: row.amount - (paid.get(row.year) ?? 0),
      from: 'unpaid',
      to: 'available',
    }))
    .filter((row) => row.amount > 0);
}
