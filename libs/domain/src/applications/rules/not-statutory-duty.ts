import type { NotStatutoryDutyRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import type { CaseFacts } from '../facts.js';
import { answer, type Cited } from './cite.js';

/** Met when the recipient states that it need not do this by law or ordinance anyway (2018:118 5 §). */
export function checkNotStatutoryDuty(
  { content }: Pick<CaseFacts, 'content'>,
  rule: NotStatutoryDutyRule,
  wording: Cited,
): Finding {
  const { statutoryDuty } = content;
  if (statutoryDuty === null)
    return answer(rule, wording, 'needsJudgement', { statutoryDuty, reason: 'notAnswered' });
  return answer(rule, wording, statutoryDuty ? 'notMet' : 'met', { statutoryDuty });
}
