import type { MaxAmountRule, Step } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import { sumKronor, type YearAmount } from '../../shared/money.js';
import { answer, type Cited } from './cite.js';

/**
 * The grant of all years together is at most an amount in whole kronor (agency practice under 2018:118: 300 000 for a
 * mapping, Statskontoret 2023:4, 6.3.1). `null` in a call of another step, which the rule does not concern.
 */
export function checkMaxAmount(
  years: readonly YearAmount[],
  step: Step | null,
  rule: MaxAmountRule,
  wording: Cited,
): Finding | null {
  const { amount: max, step: concerned } = rule.parameters;
  if (concerned !== null && concerned !== step) return null;
  const requested = sumKronor(years.map((year) => year.amount));
  return answer(rule, wording, requested <= max ? 'met' : 'notMet', { requested, max, step });
}
