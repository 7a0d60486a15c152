import type { Wording } from '../regulations/programme.js';
import type { Rule } from '../regulations/rule.js';
import type { Finding } from '../shared/finding.js';
import type { CaseFacts, MeasuresByCode, RecipientFacts } from './facts.js';
import { checkMeasureThreshold, prepareMeasureThreshold } from './rules/measure-threshold.js';
import { checkNeedsJudgement } from './rules/needs-judgement.js';
import { checkNotStatutoryDuty } from './rules/not-statutory-duty.js';
import { checkNoUnsettledReport } from './rules/no-unsettled-report.js';
import { checkPartnerOfKind } from './rules/partner-of-kind.js';
import { checkPurpose } from './rules/purpose.js';
import { checkRecipientInAnnex } from './rules/recipient-in-annex.js';
import { checkRecipientKind } from './rules/recipient-kind.js';
import { checkRegionContainsAnnexMunicipality } from './rules/region-contains-annex-municipality.js';
import { checkRequiresApprovedStep } from './rules/requires-approved-step.js';
import { checkSubmittedInTime } from './rules/submitted-in-time.js';

/** What is asked of a recipient before there is an application. */
export type RecipientQuestion = Pick<CaseFacts, 'recipient' | 'measures'>;

function checkRecipientRule(facts: RecipientQuestion, rule: Rule, wording: Wording): Finding | null {
  switch (rule.kind) {
    case 'recipientKind':
      return checkRecipientKind(facts, rule, wording);
    case 'recipientInAnnex':
      return checkRecipientInAnnex(facts, rule, wording);
    case 'regionContainsAnnexMunicipality':
      return checkRegionContainsAnnexMunicipality(facts, rule, wording);
    case 'measureThreshold':
      return checkMeasureThreshold(facts, rule, wording);
    case 'needsJudgement':
      return rule.parameters.about === 'recipient' ? checkNeedsJudgement(rule, wording) : null;
    default:
      return null;
  }
}

function checkApplicationRule(facts: CaseFacts, rule: Rule, wording: Wording): Finding | null {
  switch (rule.kind) {
    case 'partnerOfKind':
      return checkPartnerOfKind(facts, rule, wording);
    case 'purpose':
      return checkPurpose(facts, rule, wording);
    case 'notStatutoryDuty':
      return checkNotStatutoryDuty(facts, rule, wording);
    case 'requiresApprovedStep':
      return checkRequiresApprovedStep(facts, rule, wording);
    case 'submittedInTime':
      return checkSubmittedInTime(facts, rule, wording);
    case 'noUnsettledReport':
      return checkNoUnsettledReport(facts, rule, wording);
    case 'needsJudgement':
      return rule.parameters.about === 'application' ? checkNeedsJudgement(rule, wording) : null;
    default:
      return null;
  }
}

const isFinding = (finding: Finding | null): finding is Finding => finding !== null;

/** May this recipient have this grant at all? The rules that can be answered before an application is written. */
export function checkRecipient(facts: RecipientQuestion, wording: Wording): Finding[] {
  return wording.rules.map((rule) => checkRecipientRule(facts, rule, wording)).filter(isFinding);
}

/**
 * The same question of many recipients on the same measures. What a threshold is computed from, mean and deviation over
 * all municipalities, is computed once for all of them.
 */
export function checkRecipients<Recipient extends RecipientFacts>(
  recipients: readonly Recipient[],
  measures: MeasuresByCode,
  wording: Wording,
): { recipient: Recipient; findings: Finding[] }[] {
  const rules = wording.rules.map((rule) =>
    rule.kind === 'measureThreshold'
      ? prepareMeasureThreshold(measures, rule, wording)
      : (recipient: RecipientFacts) => checkRecipientRule({ recipient, measures }, rule, wording),
  );
  return recipients.map((recipient) => ({
    recipient,
    findings: rules.map((ask) => ask(recipient)).filter(isFinding),
  }));
}

/** Who may have the grant, for what, and when: every such rule of the wording, in its order. */
export function checkEligibility(facts: CaseFacts, wording: Wording): Finding[] {
  return wording.rules
    .map((rule) => checkRecipientRule(facts, rule, wording) ?? checkApplicationRule(facts, rule, wording))
    .filter(isFinding);
}
