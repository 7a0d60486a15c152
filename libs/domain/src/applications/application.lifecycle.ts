import { defineLifecycle } from '../shared/lifecycle.js';

export type ApplicationStatus =
  | 'draft'
  | 'submitted'
  | 'underAssessment'
  | 'completionRequested'
  | 'proposed'
  | 'decided'
  | 'discarded'
  | 'withdrawn';

/**
 * Content is edited in `draft` and `completionRequested` only. `propose`, `return` and `decide` follow from a decision,
 * `thin` from an approved list of what is no longer kept.
 */
export const applicationLifecycle = defineLifecycle<ApplicationStatus>('application', 'draft', {
  draft: { edit: 'draft', submit: 'submitted', discard: 'discarded', thin: 'discarded' },
  submitted: {
    'start-assessment': 'underAssessment',
    'declare-conflict-of-interest': 'submitted',
    'notify-delay': 'submitted',
    withdraw: 'withdrawn',
  },
  underAssessment: {
    assign: 'underAssessment',
    'declare-conflict-of-interest': 'underAssessment',
    assess: 'underAssessment',
    judge: 'underAssessment',
    'request-completion': 'completionRequested',
    'notify-delay': 'underAssessment',
    propose: 'proposed',
    withdraw: 'withdrawn',
  },
  completionRequested: {
    edit: 'completionRequested',
    complete: 'underAssessment',
    assign: 'completionRequested',
    'declare-conflict-of-interest': 'completionRequested',
    'notify-delay': 'completionRequested',
    withdraw: 'withdrawn',
  },
  proposed: {
    'declare-conflict-of-interest': 'proposed',
    'notify-delay': 'proposed',
    return: 'underAssessment',
    decide: 'decided',
  },
  // A decided case goes on: its decision is amended, its payments are attested.
  decided: { 'declare-conflict-of-interest': 'decided', thin: 'decided' },
  discarded: { thin: 'discarded' },
  withdrawn: { thin: 'withdrawn' },
});
