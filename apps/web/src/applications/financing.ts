import type { Budget } from '#domain/applications/application-content';
import { computeBudgetTotal, computeBudgetYears, type BudgetSums } from '#domain/applications/budget-sums';
import type { Step } from '#domain/regulations/rule';
import { formatShare, percentOf } from '#domain/shared/share';

/** A rule as the API tells it. */
export interface RuleInForce {
  kind: string;
  parameters: unknown;
}

/** What a programme's wording lets the grant be. `null` where it sets no such limit. */
export interface Ceiling {
  /** Of the costs, per year and in total. */
  percent: number | null;
  /** Of all years together, in whole kronor. */
  amount: number | null;
}

export interface FinancingRow extends BudgetSums {
  /** Percent, as `87.00`; `null` without costs. */
  share: string | null;
  /** The largest grant that the costs allow, in whole kronor. */
  maxRequested: number | null;
  /** Kronor left to the ceiling; below 0 it is passed. */
  left: number | null;
  /** Costs that nobody pays; below 0 there is more money than costs. */
  uncovered: number;
}

export function ceilingOf(rules: readonly RuleInForce[], step: Step | null): Ceiling {
  const parametersOf = (kind: string) =>
    rules.filter((rule) => rule.kind === kind).map((rule) => rule.parameters as Record<string, unknown>);
  const shares = parametersOf('maxShareOfCosts').map(({ percent }) => percent as number);
  const amounts = parametersOf('maxAmount')
    .filter(({ step: of }) => of === null || of === step)
    .map(({ amount }) => amount as number);
  return {
    percent: shares.length > 0 ? Math.min(...shares) : null,
    amount: amounts.length > 0 ? Math.min(...amounts) : null,
  };
}

function rowOf(sums: BudgetSums, { percent, amount }: Ceiling): FinancingRow {
  const limits = [
    ...(percent === null ? [] : [percentOf(sums.costs, percent)]),
    // An amount is for all years together.
    ...(amount === null || sums.year !== null ? [] : [amount]),
  ];
  const maxRequested = limits.length > 0 ? Math.min(...limits) : null;
  return {
    ...sums,
    share: formatShare(sums.requested, sums.costs),
    maxRequested,
    left: maxRequested === null ? null : maxRequested - sums.requested,
    uncovered: sums.costs - sums.requested - sums.coFinancing,
  };
}

/** The plan for the money per year, for every year of `years` and those the budget mentions, and in total. */
export function financingOf(
  budget: Budget,
  years: readonly number[],
  ceiling: Ceiling,
): { years: FinancingRow[]; total: FinancingRow } {
  const nothing = { costs: 0, requested: 0, coFinancing: 0, ownMoney: 0, otherStateGrant: 0 };
  const mentioned = new Map(computeBudgetYears(budget).map((sums) => [sums.year, sums]));
  const all = [...new Set([...years, ...mentioned.keys()])].sort((a, b) => a! - b!);
  return {
    years: all.map((year) => rowOf(mentioned.get(year) ?? { year, ...nothing }, ceiling)),
    total: rowOf(computeBudgetTotal(budget), ceiling),
  };
}
