import type { CalendarYearRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import { isLocalDate, yearOf } from '../../shared/local-date.js';
import type { ApplicationContent } from '../application-content.js';
import { answer, type Cited } from './cite.js';

/**
 * The grant year is the calendar year (2018:151 9 §, first wording): every calendar year that an activity touches has
 * costs or a grant of its own in the budget. Without days or years to compare it needs judgement.
 */
export function checkCalendarYear(
  content: ApplicationContent,
  rule: CalendarYearRule,
  wording: Cited,
): Finding {
  const budgeted = [...new Set([...content.costs, ...content.requested].map((row) => row.year))];
  const dated = content.activities.filter(
    (activity) => isLocalDate(activity.startsOn) && isLocalDate(activity.endsOn),
  );
  const touched = new Set<number>();
  for (const { startsOn, endsOn } of dated) {
    for (let year = yearOf(startsOn!); year <= yearOf(endsOn!); year += 1) touched.add(year);
  }
  const outside = [...touched].filter((year) => !budgeted.includes(year)).sort((a, b) => a - b);
  const data = { budgeted: budgeted.sort((a, b) => a - b), outside };
  if (budgeted.length === 0 || dated.length === 0) {
    return answer(rule, wording, 'needsJudgement', { ...data, outside: [], reason: 'noYears' });
  }
  return answer(rule, wording, outside.length === 0 ? 'met' : 'notMet', data);
}
