/** Whole kronor, 0 … 10^12. Never a float, so sums are exact. */
export type Kronor = number;

export const MAX_KRONOR: Kronor = 1_000_000_000_000;

export function isKronor(value: unknown): value is Kronor {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_KRONOR;
}

/** Sum in whole kronor. Exact: a sum of up to 9 000 amounts of 10^12 stays a safe integer. */
export function sumKronor(amounts: readonly Kronor[]): Kronor {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** An amount that belongs to a year. */
export interface YearAmount {
  year: number;
  amount: Kronor;
}

/** Sum per year, in whole kronor. Years in ascending order. */
export function sumByYear(rows: readonly YearAmount[]): Map<number, Kronor> {
  const sums = new Map<number, Kronor>();
  for (const year of rows.map((row) => row.year).sort((a, b) => a - b)) sums.set(year, 0);
  for (const row of rows) sums.set(row.year, sums.get(row.year)! + row.amount);
  return sums;
}
