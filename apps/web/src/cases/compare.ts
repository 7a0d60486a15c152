import { COST_KINDS, type Budget, type CostKind } from '#domain/applications/application-content';
import { sumByYear, sumKronor } from '#domain/shared/money';

/** Others than the case itself, side by side: more cannot be read. */
export const MOST_OTHERS = 3;

/** `id,id` as the address has it. The case itself, what is there twice and what is too many are left out. */
export function othersIn(list: string | undefined, own: string): string[] {
  const ids = (list ?? '').split(',').filter((id) => id !== '' && id !== own);
  return [...new Set(ids)].slice(0, MOST_OTHERS);
}

export interface Comparable extends Budget {
  assessments?: readonly { userId: string; criteria: readonly { code: string; score: number }[] }[];
}

/** Every year that any of the budgets asks for money for, in order. */
export const yearsOf = (budgets: readonly Budget[]): number[] => [
  ...sumByYear(budgets.flatMap(({ requested }) => requested)).keys(),
];

/** Every kind of cost that any of the budgets has, in the order of the form. */
export const kindsOf = (budgets: readonly Budget[]): CostKind[] =>
  COST_KINDS.filter((kind) => budgets.some(({ costs }) => costs.some((cost) => cost.kind === kind)));

/** Whole kronor asked for in a year. */
export const askedIn = (budget: Budget, year: number): number => sumByYear(budget.requested).get(year) ?? 0;

/** Whole kronor of a kind of cost, all years. */
export const costOf = (budget: Budget, kind: CostKind): number =>
  sumKronor(budget.costs.filter((cost) => cost.kind === kind).map(({ amount }) => amount));

/** Codes that anybody has assessed any of the cases by, in the order they were first used. */
export const criteriaOf = (cases: readonly Comparable[]): string[] => [
  ...new Set(
    cases.flatMap(({ assessments = [] }) =>
      assessments.flatMap((each) => each.criteria.map(({ code }) => code)),
    ),
  ),
];

/** The mean of what each officer said last of a criterion; `null` where nobody has said anything. */
export function scoreOf({ assessments = [] }: Comparable, code: string): number | null {
  const latest = [...new Map(assessments.map((each) => [each.userId, each])).values()];
  const scores = latest.flatMap(({ criteria }) =>
    criteria.filter((each) => each.code === code).map(({ score }) => score),
  );
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
