import {
  CO_FINANCING_SOURCES,
  COST_KINDS,
  type Budget,
  type CoFinancingSource,
  type CostKind,
} from '#domain/applications/application-content';
import { computeBudgetTotal, computeBudgetYears, type BudgetSums } from '#domain/applications/budget-sums';
import { formatShare } from '#domain/shared/share';
import { sumByYear, sumKronor, type YearAmount } from '#domain/shared/money';

/** One kind of cost or money: whole kronor for each of the budget's years, and in total. */
export interface BudgetRow<Code extends string> {
  code: Code;
  amounts: number[];
  total: number;
}

export interface BudgetTable {
  years: number[];
  costs: BudgetRow<CostKind>[];
  coFinancing: BudgetRow<CoFinancingSource>[];
  sums: BudgetSums[];
  total: BudgetSums;
  /** The grant's share of the costs in percent with two decimals, for each year and last for the total; `null` without costs. */
  shares: (string | null)[];
}

function rowsOf<Code extends string, Row extends YearAmount>(
  codes: readonly Code[],
  rows: readonly Row[],
  codeOf: (row: Row) => Code,
  years: readonly number[],
): BudgetRow<Code>[] {
  return codes.flatMap((code) => {
    const own = rows.filter((row) => codeOf(row) === code);
    const sums = sumByYear(own);
    const amounts = years.map((year) => sums.get(year) ?? 0);
    return own.length === 0 ? [] : [{ code, amounts, total: sumKronor(amounts) }];
  });
}

/** A budget to read: years across, kinds down; kinds that it has nothing of are left out. */
export function budgetTable(budget: Budget): BudgetTable {
  const sums = computeBudgetYears(budget);
  const total = computeBudgetTotal(budget);
  const years = sums.map(({ year }) => year!);
  return {
    years,
    costs: rowsOf(COST_KINDS, budget.costs, ({ kind }) => kind, years),
    coFinancing: rowsOf(CO_FINANCING_SOURCES, budget.coFinancing, ({ source }) => source, years),
    sums,
    total,
    shares: [...sums, total].map(({ requested, costs }) => formatShare(requested, costs)),
  };
}
