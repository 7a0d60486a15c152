import type { PurposeRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import type { CaseFacts } from '../facts.js';
import { answer, type Cited } from './cite.js';

/** Met when every activity lies in a priority area that the grant is for. Without a stated area it needs judgement. */
export function checkPurpose(
  { content }: Pick<CaseFacts, 'content'>,
  rule: PurposeRule,
  wording: Cited,
): Finding {
  const { areas } = rule.parameters;
  const stated = content.activities.map((activity) => activity.priorityArea);
  const outside = stated.filter((area) => area !== null && !areas.includes(area));
  const data = { stated, allowed: areas };
  if (outside.length > 0) return answer(rule, wording, 'notMet', { ...data, outside });
  if (stated.length === 0 || stated.includes(null)) {
    return answer(rule, wording, 'needsJudgement', { ...data, reason: 'areaNotStated' });
  }
  return answer(rule, wording, 'met', data);
}
