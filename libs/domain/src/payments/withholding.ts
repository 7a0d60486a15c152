import type { ReportStatus } from '../reports/report.lifecycle.js';
import type { LocalDate } from '../shared/local-date.js';

export interface DueReport {
  dueOn: LocalDate;
  status: ReportStatus;
}

/** What an officer last said of one of the decision's conditions; `condition` is its number, from 1. */
export interface JudgedCondition {
  condition: number;
  outcome: 'met' | 'notMet';
  motive: string;
}

/** Why a payment is withheld. What an officer withheld, an officer releases; the others are released by themselves. */
export type WithheldReason =
  | { kind: 'report'; reportId: string; dueOn: LocalDate }
  | { kind: 'condition'; condition: number; motive: string }
  | { kind: 'officer'; reason: string };

/** The first report that was due before the payment's day and is not approved: the payment waits for it. */
export function reportHoldingBack<Report extends DueReport>(
  reports: readonly Report[],
  payment: { payOn: LocalDate },
): Report | undefined {
  return reports
    .filter((report) => report.dueOn < payment.payOn && report.status !== 'approved')
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))[0];
}

/**
 * Why a payment must wait, or `null` where it need not: a report due before its day is not approved, or a condition of the
 * decision is judged not met. A condition that nobody has judged holds nothing back.
 */
export function reasonToWithhold(
  facts: {
    reports: readonly (DueReport & { id: string })[];
    conditions: readonly JudgedCondition[];
  },
  payment: { payOn: LocalDate },
): Exclude<WithheldReason, { kind: 'officer' }> | null {
  const report = reportHoldingBack(facts.reports, payment);
  if (report) return { kind: 'report', reportId: report.id, dueOn: report.dueOn };
  const unmet = [...facts.conditions]
    .sort((a, b) => a.condition - b.condition)
    .find(({ outcome }) => outcome === 'notMet');
  return unmet ? { kind: 'condition', condition: unmet.condition, motive: unmet.motive } : null;
}
