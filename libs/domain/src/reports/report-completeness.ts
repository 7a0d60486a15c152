import type { Finding } from '../shared/finding.js';
import { isKronor, type YearAmount } from '../shared/money.js';
import type { ReportContent } from './report-content.js';

export interface ReportTerms {
  kind: 'interim' | 'final';
  /** The years that the report accounts for. */
  years: readonly number[];
  /** The goals of the application; `year` is when the target is to be reached. */
  goals: readonly { indicator: string; year: number | null }[];
  /** How many activities the application has. */
  activityCount: number;
}

const refuse = (code: string, path: string, data: Record<string, unknown> = {}): Finding => ({
  code,
  outcome: 'notMet',
  citation: null,
  path,
  data,
});

const isBlank = (text: string): boolean => text.trim() === '';

function checkRows(
  list: 'costs' | 'coFinancing',
  rows: readonly YearAmount[],
  years: readonly number[],
): Finding[] {
  return rows.flatMap(({ year, amount }, index) => [
    ...(isKronor(amount) ? [] : [refuse('amountInvalid', `${list}[${index}].amount`, { amount })]),
    ...(years.includes(year)
      ? []
      : [refuse('outsideReportYears', `${list}[${index}].year`, { year, reportYears: years })]),
  ]);
}

function checkActivities(content: ReportContent, terms: ReportTerms): Finding[] {
  return Array.from({ length: terms.activityCount }, (_, index) => index).flatMap((index) => {
    const activity = content.activities[index];
    const path = `activities[${index}]`;
    if (!activity) return [refuse('activityUnanswered', path)];
    return [
      ...(activity.status === null ? [refuse('activityUnanswered', `${path}.status`)] : []),
      ...(isBlank(activity.result) ? [refuse('activityUnanswered', `${path}.result`)] : []),
    ];
  });
}

/** A final report answers every goal; an interim one those whose year is over with the years it accounts for. */
function checkGoals(content: ReportContent, { kind, years, goals }: ReportTerms): Finding[] {
  const last = Math.max(...years);
  return goals
    .filter((goal) => kind === 'final' || (goal.year !== null && goal.year <= last))
    .filter(({ indicator }) => !content.goals.some((g) => g.indicator === indicator && g.outcome !== null))
    .map(({ indicator, year }) => refuse('goalUnanswered', 'goals', { indicator, year }));
}

/**
 * Whether a report can be settled as it stands: costs in whole kronor inside its years, activities and goals answered,
 * deviations told (also when there are none), and in a final report what was learnt. Everything at once.
 */
export function checkReport(content: ReportContent, terms: ReportTerms): Finding[] {
  return [
    ...(content.costs.length === 0 ? [refuse('reportCostsMissing', 'costs')] : []),
    ...checkRows('costs', content.costs, terms.years),
    ...checkRows('coFinancing', content.coFinancing, terms.years),
    ...checkActivities(content, terms),
    ...checkGoals(content, terms),
    ...(isBlank(content.deviations) ? [refuse('deviationsMissing', 'deviations')] : []),
    ...(terms.kind === 'final' && isBlank(content.lessons) ? [refuse('lessonsMissing', 'lessons')] : []),
  ];
}
