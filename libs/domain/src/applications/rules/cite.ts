import type { Wording } from '../../regulations/programme.js';
import type { Rule } from '../../regulations/rule.js';
import type { Citation, Finding, Outcome } from '../../shared/finding.js';

/** What a citation needs of a wording. */
export type Cited = Pick<Wording, 'sfs' | 'validFrom'>;

/** The place in law of a rule; `null` for agency practice, which has none. */
export function cite(wording: Cited, rule: Pick<Rule, 'section'>): Citation | null {
  if (rule.section === null) return null;
  return { sfs: wording.sfs, section: rule.section, wordingFrom: wording.validFrom };
}

/** What a rule says: its code, its citation, the outcome and what the outcome was reached from. */
export function answer(
  rule: Pick<Rule, 'code' | 'section'>,
  wording: Cited,
  outcome: Outcome,
  data: Record<string, unknown>,
): Finding {
  return { code: rule.code, outcome, citation: cite(wording, rule), data };
}
