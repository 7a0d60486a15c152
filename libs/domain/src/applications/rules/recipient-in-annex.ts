import type { RecipientInAnnexRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import type { CaseFacts } from '../facts.js';
import { answer, type Cited } from './cite.js';

/**
 * Met when the municipality is named in the ordinance's annex (2018:151 3 §, annex 1). `null` for other kinds of
 * recipient, whom the rule does not concern. An annex that our sources do not show needs judgement.
 */
export function checkRecipientInAnnex(
  { recipient }: Pick<CaseFacts, 'recipient'>,
  rule: RecipientInAnnexRule,
  wording: Cited,
): Finding | null {
  if (recipient.kind !== 'municipality') return null;
  const { codes } = rule.parameters;
  const data = { municipality: recipient.code };
  if (codes === null)
    return answer(rule, wording, 'needsJudgement', { ...data, reason: 'annexNotAvailable' });
  if (recipient.code === null) return answer(rule, wording, 'needsJudgement', { ...data, reason: 'noCode' });
  const outcome = codes.includes(recipient.code) ? 'met' : 'notMet';
  return answer(rule, wording, outcome, { ...data, annexSize: codes.length });
}
