import type { Finding } from '../shared/finding.js';
import { sumKronor, type Kronor, type YearAmount } from '../shared/money.js';

/** What a decision takes from this year's appropriation and from the limit on promises for later years. Kronor. */
export interface Draw {
  appropriation: Kronor;
  commitmentLimit: Kronor;
}

export function computeDraw(years: readonly YearAmount[], appropriationYear: number): Draw {
  const sum = (rows: readonly YearAmount[]) => sumKronor(rows.map((row) => row.amount));
  return {
    appropriation: sum(years.filter((row) => row.year <= appropriationYear)),
    commitmentLimit: sum(years.filter((row) => row.year > appropriationYear)),
  };
}

export interface Balances {
  /** `available` = allocated − reserved − committed, kronor. */
  appropriation: { year: number; available: Kronor };
  commitmentLimit: { available: Kronor };
}

/**
 * The appropriation year's sum draws on the appropriation, later years on the commitment limit (bemyndiganderam).
 * A `budgetExceeded` for each that does not suffice, with its balance; nothing when both do.
 */
export function checkAppropriation({
  years,
  ...balances
}: Balances & { years: readonly YearAmount[] }): Finding[] {
  const { appropriation, commitmentLimit } = balances;
  const draw = computeDraw(years, appropriation.year);
  const exceeded = (source: keyof Draw, available: Kronor): Finding[] =>
    draw[source] <= available
      ? []
      : [
          {
            code: 'budgetExceeded',
            outcome: 'notMet',
            citation: null,
            data: {
              source,
              year: appropriation.year,
              requested: draw[source],
              available,
              missing: draw[source] - available,
            },
          },
        ];
  return [
    ...exceeded('appropriation', appropriation.available),
    ...exceeded('commitmentLimit', commitmentLimit.available),
  ];
}
