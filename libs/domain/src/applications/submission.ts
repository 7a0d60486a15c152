import type { Wording } from '../regulations/programme.js';
import { computeVerdict, failures, type Finding, type Verdict } from '../shared/finding.js';
import { checkCoFinancing } from './co-financing.js';
import { checkCompleteness } from './completeness.js';
import { checkEligibility } from './eligibility.js';
import type { CaseFacts } from './facts.js';
import { applyJudgements, type Judgement } from './judgement.js';

export interface SubmissionChecks {
  eligibility: Finding[];
  coFinancing: Finding[];
  completeness: Finding[];
  /** Of the eligibility alone: a draft that is not finished may well be eligible. */
  verdict: Verdict;
}

/** Every rule of the wording on the case as it stands; the same facts give the same answer, before and after submission. */
export function checkSubmission(facts: CaseFacts, wording: Wording): SubmissionChecks {
  const eligibility = checkEligibility(facts, wording);
  return {
    eligibility,
    coFinancing: checkCoFinancing(facts.content, wording, facts.call.step),
    completeness: checkCompleteness(facts.content, facts.call, wording),
    verdict: computeVerdict(eligibility),
  };
}

/**
 * The checks with an officer's judgements taken in. They answer the rules on who may have the grant, for what, and when;
 * sums and missing parts are corrected, not judged.
 */
export function judgeChecks(checks: SubmissionChecks, judgements: readonly Judgement[]): SubmissionChecks {
  const eligibility = applyJudgements(checks.eligibility, judgements);
  return { ...checks, eligibility, verdict: computeVerdict(eligibility) };
}

/** What stops a submission: every rule not met. What needs judgement does not: an officer answers it. */
export function submissionRefusals(checks: SubmissionChecks): Finding[] {
  return failures([...checks.eligibility, ...checks.coFinancing, ...checks.completeness]);
}
