import type { Wording } from '../regulations/programme.js';
import type { Rule, Step } from '../regulations/rule.js';
import type { Finding } from '../shared/finding.js';
import type { Budget } from './application-content.js';
import { computeBudgetTotal, computeBudgetYears } from './budget-sums.js';
import { checkMaxAmount } from './rules/max-amount.js';
import { checkMaxShareOfCosts, checkOwnShare } from './rules/max-share-of-costs.js';
import { checkMaxYears } from './rules/max-years.js';

/**
 * costs = requested grant + co-financing, per year, to the krona. One finding for each year that does not balance;
 * when all do, one that is met, for the total. None for an empty budget.
 */
export function checkBalance(budget: Budget): Finding[] {
  const years = computeBudgetYears(budget);
  if (years.length === 0) return [];
  const unbalanced = years.filter((sums) => sums.costs !== sums.requested + sums.coFinancing);
  const rows = unbalanced.length > 0 ? unbalanced : [computeBudgetTotal(budget)];
  return rows.map((sums) => ({
    code: 'budgetBalance',
    outcome: unbalanced.length > 0 ? 'notMet' : 'met',
    citation: null,
    data: { ...sums, difference: sums.costs - sums.requested - sums.coFinancing },
  }));
}

function checkMoneyRule(budget: Budget, step: Step | null, rule: Rule, wording: Wording): (Finding | null)[] {
  switch (rule.kind) {
    case 'maxShareOfCosts':
      return [...checkMaxShareOfCosts(budget, rule, wording), ...checkOwnShare(budget, rule, wording)];
    case 'maxAmount':
      return [checkMaxAmount(budget.requested, step, rule, wording)];
    case 'maxYears':
      return [checkMaxYears(budget.requested, rule, wording)];
    default:
      return [];
  }
}

/** The wording's limits on the grant that a budget asks for. `step` is the call's. */
export function checkLimits(budget: Budget, wording: Wording, step: Step | null): Finding[] {
  return wording.rules
    .flatMap((rule) => checkMoneyRule(budget, step, rule, wording))
    .filter((finding) => finding !== null);
}

/**
 * Whether the plan pays for itself within the wording's limits: balance, ceiling, own share, amount and years. Whole
 * kronor. `step` is the call's; a ceiling that holds for a step is checked in calls of that step.
 */
export function checkCoFinancing(budget: Budget, wording: Wording, step: Step | null = null): Finding[] {
  return [...checkBalance(budget), ...checkLimits(budget, wording, step)];
}
