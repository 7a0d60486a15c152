import { defineLifecycle } from '../shared/lifecycle.js';

export type ReportStatus = 'upcoming' | 'open' | 'submitted' | 'completionRequested' | 'approved';

/** Overdue is derived from the date, never stored. Approval settles the years that the report covers. */
export const reportLifecycle = defineLifecycle<ReportStatus>('report', 'upcoming', {
  upcoming: { open: 'open' },
  open: { edit: 'open', submit: 'submitted' },
  submitted: { 'request-completion': 'completionRequested', approve: 'approved' },
  completionRequested: { edit: 'completionRequested', submit: 'submitted' },
  approved: {},
});
