import type { NeedsJudgementRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import { answer, type Cited } from './cite.js';

/** A question that no facts of ours decide: an officer answers it with a motive. */
export function checkNeedsJudgement(rule: NeedsJudgementRule, wording: Cited): Finding {
  const { question } = rule.parameters;
  const reason = question === 'textNotAvailable' ? 'textNotAvailable' : 'askedOfOfficer';
  return answer(rule, wording, 'needsJudgement', { question, reason });
}
