import { isKronor, sumByYear, sumKronor, type Kronor, type YearAmount } from '../shared/money.js';
import { isOwnMoney, type Budget } from './application-content.js';

/** A budget's sums of a year, or of all years when `year` is `null`. Whole kronor. */
export interface BudgetSums {
  year: number | null;
  costs: Kronor;
  requested: Kronor;
  coFinancing: Kronor;
  /** The part of the co-financing that is no other grant from the state. */
  ownMoney: Kronor;
  otherStateGrant: Kronor;
}

/** What is no whole number of kronor is for `checkCompleteness` to tell; in a sum it counts as nothing. */
const countable = <Row extends YearAmount>(rows: readonly Row[]): Row[] =>
  rows.filter((row) => isKronor(row.amount));

const ofYear = (rows: readonly YearAmount[], year: number): Kronor => sumByYear(rows).get(year) ?? 0;

/** Sums per year, for every year that the budget mentions, ascending. */
export function computeBudgetYears(budget: Budget): BudgetSums[] {
  const costs = countable(budget.costs);
  const requested = countable(budget.requested);
  const coFinancing = countable(budget.coFinancing);
  const own = coFinancing.filter(isOwnMoney);
  const other = coFinancing.filter((row) => !isOwnMoney(row));
  return [...sumByYear([...costs, ...requested, ...coFinancing]).keys()].map((year) => ({
    year,
    costs: ofYear(costs, year),
    requested: ofYear(requested, year),
    coFinancing: ofYear(coFinancing, year),
    ownMoney: ofYear(own, year),
    otherStateGrant: ofYear(other, year),
  }));
}

export function computeBudgetTotal(budget: Budget): BudgetSums {
  const years = computeBudgetYears(budget);
  const total = (part: Exclude<keyof BudgetSums, 'year'>) => sumKronor(years.map((sums) => sums[part]));
  return {
    year: null,
    costs: total('costs'),
    requested: total('requested'),
    coFinancing: total('coFinancing'),
    ownMoney: total('ownMoney'),
    otherStateGrant: total('otherStateGrant'),
  };
}
