import type { LocalDate } from '../shared/local-date.js';

interface Duty {
  id: string;
  year: number;
  dueOn: LocalDate;
}

/**
 * The decided years that a report settles: its own, and earlier ones that no report before it settles. A year with
 * several reports is settled by the last that is due; so a single final report settles the whole decision.
 */
export function yearsSettledBy(
  report: Duty,
  reports: readonly Duty[],
  decidedYears: readonly number[],
): number[] {
  return decidedYears.filter((year) => settlingReport(year, reports)?.id === report.id);
}

function settlingReport(year: number, reports: readonly Duty[]): Duty | undefined {
  const later = reports.filter((report) => report.year >= year);
  const next = Math.min(...later.map((report) => report.year));
  return later
    .filter((report) => report.year === next)
    .reduce<Duty | undefined>(
      (last, report) => (last && last.dueOn >= report.dueOn ? last : report),
      undefined,
    );
}
