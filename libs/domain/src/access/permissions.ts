import type { Role } from './actor.js';

const recipients = ['applicant', 'signatory'] as const;
const officers = ['caseOfficer', 'decisionMaker'] as const;
const staff = ['caseOfficer', 'decisionMaker', 'financeOfficer', 'auditor', 'administrator'] as const;
/** Who plans a call or looks into how it was planned. What they reckon out changes nothing. */
const planners = [...officers, 'auditor', 'administrator'] as const;
const everyone = [...recipients, ...staff] as const;

/**
 * Who may do what. The name is `<subject>.<action>`, the action as in the subject's lifecycle and in the path.
 * Recipients act on their own organisation's cases only; `policy.ts` and row security see to that.
 */
export const permissions = {
  'session.read': everyone,
  /** One's own sessions and password. */
  'session.end': everyone,
  'session.change-password': everyone,
  /** One's own second factors. */
  'secondFactor.read': everyone,
  'secondFactor.enrol': everyone,
  'secondFactor.prove': everyone,
  'secondFactor.remove': everyone,
  'secondFactor.renew-recovery-codes': everyone,
  /** One's own keys for machines. Whoever may make none any more still sees and ends those there are. */
  'apiKey.read': everyone,
  'apiKey.create': ['signatory', 'financeOfficer', 'auditor', 'administrator'],
  'apiKey.revoke': everyone,
  'colleague.read': everyone,
  'organisation.read': everyone,
  'measure.read': everyone,
  'measureDataset.read': staff,
  'measureDataset.create': ['administrator'],
  'measureDataset.accept': ['administrator'],
  'measureDataset.reject': ['administrator'],
  'programme.read': everyone,

  'eligibility.read': everyone,
  'eligibilityRecomputation.read': staff,
  'eligibilityRecomputation.create': ['administrator'],

  'call.read': everyone,
  'call.create': ['caseOfficer', 'administrator'],
  'call.publish': ['caseOfficer', 'administrator'],
  'call.close': ['caseOfficer', 'administrator'],
  'call.simulate': planners,
  'call.allocate': planners,

  'appropriation.read': staff,
  'appropriation.create': ['financeOfficer', 'administrator'],
  'appropriation.amend': ['financeOfficer', 'administrator'],
  'appropriation.carry-over': ['financeOfficer', 'administrator'],
  'appropriation.confirm-years': ['decisionMaker', 'financeOfficer'],

  'application.read': everyone,
  'application.create': recipients,
  'application.edit': recipients,
  'application.submit': ['signatory'],
  'application.discard': recipients,
  'application.withdraw': ['signatory'],
  'application.complete': ['signatory'],
  'application.start-assessment': ['caseOfficer'],
  'application.assign': ['caseOfficer'],
  'application.request-completion': ['caseOfficer'],
  'application.notify-delay': ['caseOfficer'],
  'application.declare-conflict-of-interest': ['caseOfficer', 'decisionMaker', 'financeOfficer'],
  'application.assess': ['caseOfficer'],
  'application.judge': ['caseOfficer'],
  'application.propose': ['caseOfficer'],
  'application.replay': ['caseOfficer', 'decisionMaker', 'auditor'],

  'decision.read': everyone,
  'decision.approve': ['decisionMaker'],
  'decision.return': ['decisionMaker'],
  'decision.confirm-year': ['decisionMaker', 'financeOfficer'],
  'decision.lapse-year': ['decisionMaker'],
  'decision.amend': ['caseOfficer'],
  'decision.revoke': ['decisionMaker'],
  'decision.judge-condition': [...officers, 'financeOfficer'],
  'decision.prove-co-financing': ['caseOfficer'],

  'payment.read': everyone,
  'payment.attest': ['financeOfficer'],
  'payment.withhold': ['financeOfficer'],
  'payment.release': ['financeOfficer'],
  'payment.replan': ['financeOfficer'],

  'payeeAccount.read': everyone,
  'payeeAccount.create': ['signatory'],
  'payeeAccount.withdraw': ['signatory'],
  'payeeAccount.approve': ['financeOfficer'],
  'payeeAccount.reject': ['financeOfficer'],
  'payeeAccount.stop': ['signatory', 'financeOfficer'],

  'paymentFile.read': staff,
  'paymentFile.create': ['financeOfficer'],
  'paymentFile.register-settlement': ['financeOfficer'],

  'report.read': everyone,
  'report.edit': recipients,
  'report.submit': ['signatory'],
  'report.request-completion': officers,
  'report.approve': officers,

  'recovery.read': everyone,
  'recovery.consider': [...officers, 'financeOfficer'],
  'recovery.notify': [...officers, 'financeOfficer'],
  'recovery.answer': recipients,
  'recovery.drop': officers,
  'recovery.decide': ['decisionMaker'],
  'recovery.plan': ['financeOfficer'],
  'recovery.register-payment': ['financeOfficer'],
  'recovery.set-off': ['financeOfficer'],
  'recovery.write-off': ['decisionMaker'],

  'referenceRate.read': staff,
  'referenceRate.create': ['financeOfficer', 'administrator'],
  'accountingImport.read': everyone,
  'accountingImport.create': recipients,
  'accountingImport.remap': recipients,
  'accountingImport.adopt': recipients,

  'evidenceDemand.read': everyone,
  'evidenceDemand.answer': recipients,
  'evidenceDemand.accept': officers,
  'evidenceDemand.send-back': officers,

  'letter.read': everyone,

  'sample.read': staff,
  'sample.create': [...officers, 'auditor'],
  'sample.replay': [...officers, 'auditor'],

  'export.read': staff,
  'export.create': staff,
  /** Everything of one case in one file. */
  'export.create-case-bundle': staff,
  'export.cancel': staff,
  'export.retry': staff,

  'user.read': ['administrator'],
  'user.create': ['administrator'],
  'user.edit': ['administrator'],
  'user.invite': ['administrator'],
  'user.reset-password': ['administrator'],
  'user.reset-second-factor': ['administrator'],
  'user.extract-personal-data': ['administrator'],
  'user.anonymise': ['administrator'],
  'exportSchedule.read': staff,
  'exportSchedule.create': staff,
  /** Its owner only, in whose name the exports are ordered. So is resuming it. */
  'exportSchedule.edit': staff,
  'exportSchedule.pause': staff,
  'exportSchedule.resume': staff,
  'exportSchedule.end': staff,

  /** What is no longer kept of cases (gallring): proposed by one, approved by another. */
  'thinning.read': staff,
  'thinning.propose': ['caseOfficer', 'administrator'],
  'thinning.keep': officers,
  'thinning.return': ['decisionMaker'],
  'thinning.approve': ['decisionMaker'],

  'audit.read': ['auditor', 'administrator', 'caseOfficer', 'decisionMaker', 'financeOfficer'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/**
 * Acts that move money or rights: whoever has a second factor proves it again for them, unless the session did so within
 * the last minutes.
 */
export const DEMANDS_FRESH_PROOF: readonly Permission[] = [
  'decision.approve',
  'payment.attest',
  'payeeAccount.approve',
  'paymentFile.create',
  'recovery.decide',
  'thinning.approve',
  'user.reset-password',
  'user.reset-second-factor',
  'apiKey.create',
  'user.extract-personal-data',
  'user.anonymise',
  'secondFactor.enrol',
  'secondFactor.remove',
  'secondFactor.renew-recovery-codes',
];

/** All that a session may do before the second factor is proven. */
export const BEFORE_PROOF: readonly Permission[] = [
  'session.read',
  'secondFactor.read',
  'secondFactor.enrol',
  'secondFactor.prove',
];
