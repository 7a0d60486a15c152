import type { ReportStatus } from '../reports/report.lifecycle.js';
import type { LocalDate } from '../shared/local-date.js';

export interface DueReport {
  dueOn: LocalDate;
  status: ReportStatus;
}

/** The first report that was due before the payment's day and is not approved: the payment waits for it. */
export function reportHoldingBack<Report extends DueReport>(
  reports: readonly Report[],
  payment: { payOn: LocalDate },
): Report | undefined {
  return reports
    .filter((report) => report.dueOn < payment.payOn && report.status !== 'approved')
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))[0];
}
