import type { YearAmount } from '../shared/money.js';
import type { DecisionYearStatus } from './decision-year.lifecycle.js';

export interface PlannedYear extends YearAmount {
  status: DecisionYearStatus;
}

/** A year up to the appropriation's own is firm; a later one is conditional until its money is appropriated. */
export function splitYears(years: readonly YearAmount[], appropriationYear: number): PlannedYear[] {
  return years.map(({ year, amount }) => ({
    year,
    amount,
    status: year <= appropriationYear ? 'firm' : 'conditional',
  }));
}
