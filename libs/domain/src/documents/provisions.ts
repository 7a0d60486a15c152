import type { Citation, Finding } from '../shared/finding.js';
import type { LocalDate } from '../shared/local-date.js';

/** Sections of one ordinance in one wording, in the order of their numbers. */
export interface Provisions {
  sfs: string;
  wordingFrom: LocalDate;
  sections: string[];
}

const byNumber = new Intl.Collator('sv', { numeric: true });

/** The provisions that the findings apply, each section once (förvaltningslagen 32 §). Findings of no section add none. */
export function appliedProvisions(findings: readonly Pick<Finding, 'citation'>[]): Provisions[] {
  const found = new Map<string, Provisions>();
  const citations = findings.flatMap(({ citation }): Citation[] => (citation ? [citation] : []));
  for (const { sfs, wordingFrom, section } of citations) {
    const key = `${sfs} ${wordingFrom}`;
    const known = found.get(key) ?? { sfs, wordingFrom, sections: [] };
    if (!known.sections.includes(section)) known.sections.push(section);
    found.set(key, known);
  }
  return [...found.values()]
    .map((each) => ({ ...each, sections: each.sections.sort((a, b) => byNumber.compare(a, b)) }))
    .sort((a, b) => byNumber.compare(a.sfs, b.sfs) || a.wordingFrom.localeCompare(b.wordingFrom));
}
