import type { ApplicationContent } from '#domain/applications/application-content';
import { EMPTY_REPORT, type ReportContent } from '#domain/reports/report-content';

/** The planned rows of the report's years, each waiting for its actual sum; activities and goals waiting for their answer. */
export function prefill(application: ApplicationContent, years: readonly number[]): ReportContent {
  const actual = <Row extends { year: number }>(rows: readonly Row[]) =>
    rows.filter((row) => years.includes(row.year)).map((row) => ({ ...row, amount: 0 }));
  return {
    ...EMPTY_REPORT,
    costs: actual(application.costs),
    coFinancing: actual(application.coFinancing),
    activities: application.activities.map(({ areaCodes }) => ({
      status: null,
      result: '',
      reach: null,
      areaCodes,
    })),
    goals: application.activities.flatMap((activity) =>
      activity.goals.map(({ indicator }) => ({ indicator, outcome: null })),
    ),
  };
}
