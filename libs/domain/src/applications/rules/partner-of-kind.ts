import type { PartnerOfKindRule } from '../../regulations/rule.js';
import type { Finding, Outcome } from '../../shared/finding.js';
import type { CaseFacts } from '../facts.js';
import { answer, type Cited } from './cite.js';

/**
 * Met when one partner at least is of a kind that the ordinance asks for (2018:119 2 §: a municipality, a region or an
 * association of them). A partner whose kind we do not know may be one: it needs judgement.
 */
export function checkPartnerOfKind(
  { partnerKinds }: Pick<CaseFacts, 'partnerKinds'>,
  rule: PartnerOfKindRule,
  wording: Cited,
): Finding {
  const { kinds } = rule.parameters;
  const data = { partnerKinds, asked: kinds };
  const outcome: Outcome = partnerKinds.some((kind) => kind !== null && kinds.includes(kind))
    ? 'met'
    : partnerKinds.includes(null)
      ? 'needsJudgement'
      : 'notMet';
  return answer(
    rule,
    wording,
    outcome,
    outcome === 'needsJudgement' ? { ...data, reason: 'partnerUnknown' } : data,
  );
}
