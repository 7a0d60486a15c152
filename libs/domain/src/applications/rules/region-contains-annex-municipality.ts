import type { RegionContainsAnnexMunicipalityRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import type { CaseFacts } from '../facts.js';
import { answer, type Cited } from './cite.js';

/**
 * Met when a municipality of the annex lies in the region or is a member of the association (2018:118 3 § from
 * 2022-03-01). `null` for other kinds of recipient. An annex that our sources do not show needs judgement.
 */
export function checkRegionContainsAnnexMunicipality(
  { recipient }: Pick<CaseFacts, 'recipient'>,
  rule: RegionContainsAnnexMunicipalityRule,
  wording: Cited,
): Finding | null {
  if (recipient.kind !== 'region' && recipient.kind !== 'municipalAssociation') return null;
  const { codes } = rule.parameters;
  const members = recipient.memberCodes;
  if (codes === null)
    return answer(rule, wording, 'needsJudgement', { members, reason: 'annexNotAvailable' });
  if (members.length === 0) return answer(rule, wording, 'needsJudgement', { members, reason: 'noMembers' });
  const named = members.filter((code) => codes.includes(code));
  return answer(rule, wording, named.length > 0 ? 'met' : 'notMet', { members, named });
}
