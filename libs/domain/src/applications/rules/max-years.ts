import type { MaxYearsRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import type { YearAmount } from '../../shared/money.js';
import { answer, type Cited } from './cite.js';

/** The number of years with money is at most `years` (2018:151 9 §, first wording: a decision covers at most three). */
export function checkMaxYears(rows: readonly YearAmount[], rule: MaxYearsRule, wording: Cited): Finding {
  const years = [...new Set(rows.filter((row) => row.amount > 0).map((row) => row.year))].sort(
    (a, b) => a - b,
  );
  const max = rule.parameters.years;
  return answer(rule, wording, years.length <= max ? 'met' : 'notMet', { years, max });
}
