import type { actions as sv } from '../sv/lifecycle-actions.js';

export const actions: Record<keyof typeof sv, string> = {
  'action.call.create': 'Create call',
  'action.call.publish': 'Publish',
  'action.call.close': 'Close',
  'action.call.archive': 'Archive',

  'action.appropriation.create': 'Enter appropriation',

  'action.application.create': 'Create application',
  'action.application.edit': 'Edit',
  'action.application.submit': 'Submit',
  'action.application.discard': 'Discard draft',
  'action.application.start-assessment': 'Start assessment',
  'action.application.declare-conflict-of-interest': 'Declare whether there may be a conflict of interest',
  'action.application.assign': 'Assign case officer',
  'action.application.assess': 'Assess',
  'action.application.judge': 'Judge a condition',
  'action.application.request-completion': 'Request completion',
  'action.application.complete': 'Submit completion',
  'action.application.propose': 'Propose decision',
  'action.application.return': 'Return',
  'action.application.decide': 'Decide',
  'action.application.withdraw': 'Withdraw',
  'action.application.replay': 'Repeat the check',

  'action.eligibilityRecomputation.create': 'Recompute eligibility',

  'action.decision.approve': 'Decide as proposed',
  'action.decision.return': 'Return',
  'action.decision.confirm-year': 'Make the year firm',
  'action.decision.supersede': 'Supersede',
  'action.decision.revoke': 'Revoke',

  'action.decisionYear.confirm': 'Make firm',
  'action.decisionYear.lapse': 'Let lapse',

  'action.payment.fall-due': 'Bring up for attesting',
  'action.payment.attest': 'Attest',
  'action.payment.withhold': 'Withhold',
  'action.payment.release': 'Release',
  'action.payment.send': 'Send to the bank',
  'action.payment.execute': 'Note as paid',
  'action.payment.bounce': 'Note as returned by the bank',
  'action.payment.cancel': 'Cancel',

  'action.report.open': 'Open',
  'action.report.edit': 'Edit',
  'action.report.submit': 'Submit',
  'action.report.request-completion': 'Request completion',
  'action.report.approve': 'Approve',

  'action.recovery.notify': 'Let the recipient answer',
  'action.recovery.decide': 'Decide',
  'action.recovery.drop': 'Drop',
  'action.recovery.register-payment': 'Register payment',
  'action.recovery.settle': 'Note as paid',
  'action.recovery.write-off': 'Write off',

  'action.export.create': 'Order export',
  'action.export.start': 'Start',
  'action.export.complete': 'Complete',
  'action.export.fail': 'Note as failed',
  'action.export.retry': 'Try again',
  'action.export.cancel': 'Cancel',
  'action.export.expire': 'Remove the file',
};
