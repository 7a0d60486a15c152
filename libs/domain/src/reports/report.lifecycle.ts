import { defineLifecycle } from '../shared/lifecycle.js';

export type ReportStatus =
  'upcoming' | 'open' | 'submitted' | 'completionRequested' | 'approved' | 'cancelled';

/**
 * Overdue is derived from the date, never stored. Approval settles the years that the report covers. An amendment plans
 * a report anew, and it or a revocation cancels what nobody is to report any more.
 */
export const reportLifecycle = defineLifecycle<ReportStatus>('report', 'upcoming', {
  upcoming: { open: 'open', replan: 'upcoming', cancel: 'cancelled' },
  open: { edit: 'open', submit: 'submitted', replan: 'open', cancel: 'cancelled' },
  submitted: { 'request-completion': 'completionRequested', approve: 'approved', replan: 'submitted' },
  completionRequested: {
    edit: 'completionRequested',
    submit: 'submitted',
    replan: 'completionRequested',
    cancel: 'cancelled',
  },
  approved: {},
  cancelled: {},
});
