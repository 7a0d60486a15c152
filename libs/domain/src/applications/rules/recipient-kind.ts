import type { RecipientKindRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import type { CaseFacts } from '../facts.js';
import { answer, type Cited } from './cite.js';

/** Met when the recipient is of a kind that the ordinance lets apply (2018:118 3 §, 2018:119 3 §, 2018:151 3 §). */
export function checkRecipientKind(
  { recipient }: Pick<CaseFacts, 'recipient'>,
  rule: RecipientKindRule,
  wording: Cited,
): Finding {
  const { kinds } = rule.parameters;
  const outcome = kinds.includes(recipient.kind) ? 'met' : 'notMet';
  return answer(rule, wording, outcome, { kind: recipient.kind, allowed: kinds });
}
