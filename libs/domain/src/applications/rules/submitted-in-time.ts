import type { SubmittedInTimeRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import type { CaseFacts } from '../facts.js';
import { answer, type Cited } from './cite.js';

/** Met from the call's opening day to its closing day, both inclusive, in Stockholm's calendar. */
export function checkSubmittedInTime(
  {
    call,
    submittedOn,
  }: Pick<CaseFacts, 'submittedOn'> & {
    call: Pick<CaseFacts['call'], 'opensOn' | 'closesOn'>;
  },
  rule: SubmittedInTimeRule,
  wording: Cited,
): Finding {
  const data = { submittedOn, opensOn: call.opensOn, closesOn: call.closesOn };
  if (submittedOn < call.opensOn) return answer(rule, wording, 'notMet', { ...data, reason: 'notOpen' });
  if (submittedOn > call.closesOn) return answer(rule, wording, 'notMet', { ...data, reason: 'late' });
  return answer(rule, wording, 'met', data);
}
