import type { MaxShareOfCostsRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import { formatShare, isWithinPercent, percentOf } from '../../shared/share.js';
import type { Budget } from '../application-content.js';
import { computeBudgetTotal, computeBudgetYears, type BudgetSums } from '../budget-sums.js';
import { answer, type Cited } from './cite.js';

function describe(sums: BudgetSums, percent: number): Record<string, unknown> {
  return {
    ...sums,
    percent,
    share: formatShare(sums.requested, sums.costs),
    maxRequested: percentOf(sums.costs, percent),
  };
}

/**
 * grant ÷ costs ≤ percent, compared as grant × 100 ≤ costs × percent, per year and in total, in whole kronor
 * (2018:151 7 §: at most 90 percent). One finding for each year above the ceiling and one for the total; when none is,
 * one that is met, for the total. Without costs there is nothing to take a share of: it needs judgement.
 */
export function checkMaxShareOfCosts(budget: Budget, rule: MaxShareOfCostsRule, wording: Cited): Finding[] {
  const { percent } = rule.parameters;
  const total = computeBudgetTotal(budget);
  const above = [...computeBudgetYears(budget), total].filter(
    (sums) => !isWithinPercent(sums.requested, sums.costs, percent),
  );
  if (above.length > 0) return above.map((sums) => answer(rule, wording, 'notMet', describe(sums, percent)));
  if (total.costs === 0) {
    return [answer(rule, wording, 'needsJudgement', { ...describe(total, percent), reason: 'noCosts' })];
  }
  return [answer(rule, wording, 'met', describe(total, percent))];
}

/**
 * Another grant from the state is no own money: with it, the grant may not pass the ceiling either, per year and in
 * total, (grant + other state grants) × 100 ≤ costs × percent. Told only where it fails, and only where the grant
 * alone is within the ceiling.
 */
export function checkOwnShare(budget: Budget, rule: MaxShareOfCostsRule, wording: Cited): Finding[] {
  const { percent } = rule.parameters;
  return [...computeBudgetYears(budget), computeBudgetTotal(budget)]
    .filter(({ requested, otherStateGrant, costs }) => {
      const alone = isWithinPercent(requested, costs, percent);
      return alone && !isWithinPercent(requested + otherStateGrant, costs, percent);
    })
    .map((sums) => ({
      ...answer(rule, wording, 'notMet', {
        ...describe(sums, percent),
        minOwnMoney: sums.costs - percentOf(sums.costs, percent),
        stateShare: formatShare(sums.requested + sums.otherStateGrant, sums.costs),
      }),
      code: 'ownShare',
    }));
}
