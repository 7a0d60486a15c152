import type { ReportDuty } from '../decisions/proposal.js';
import type { ReportStatus } from './report.lifecycle.js';

export interface PlannedReport extends ReportDuty {
  id: string;
  status: ReportStatus;
}

/** How the reports there are answer the duties of an amended decision. */
export interface DutyMatch<Report extends PlannedReport> {
  /** Reports that go on, each with what it is now due as. */
  kept: { report: Report; duty: ReportDuty }[];
  /** Duties that no report answers yet. */
  added: ReportDuty[];
  /** Reports that nobody asks for any more. */
  dropped: Report[];
}

/**
 * A report goes on where the same kind and year is still asked for, if only on another day; otherwise one that is not
 * handed in takes the nearest duty of its kind, so that what was written in it is kept. An approved report has answered
 * its duty and stays as it is. What was handed in is never dropped.
 */
export function matchDuties<Report extends PlannedReport>(
  reports: readonly Report[],
  duties: readonly ReportDuty[],
): DutyMatch<Report> {
  const open = new Set(duties);
  const kept: DutyMatch<Report>['kept'] = [];
  const waiting = new Set(reports.filter(({ status }) => status !== 'cancelled'));
  const take = (fits: (report: Report, duty: ReportDuty) => boolean) => {
    for (const report of waiting) {
      const duty = [...open].find((each) => each.kind === report.kind && fits(report, each));
      if (!duty) continue;
      open.delete(duty);
      waiting.delete(report);
      if (report.status !== 'approved') kept.push({ report, duty });
    }
  };
  const sameYear = (report: Report, duty: ReportDuty) => report.year === duty.year;
  take((report, duty) => sameYear(report, duty) && report.dueOn === duty.dueOn);
  take(sameYear);
  take(({ status }) => status === 'upcoming' || status === 'open');
  const isHandedIn = ({ status }: Report) => status === 'submitted' || status === 'completionRequested';
  const handedIn = [...waiting].filter(isHandedIn);
  return {
    kept: [...kept, ...handedIn.map((report) => ({ report, duty: report }))],
    added: [...open],
    dropped: [...waiting].filter(({ status }) => status === 'upcoming' || status === 'open'),
  };
}
