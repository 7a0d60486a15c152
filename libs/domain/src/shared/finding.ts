import type { LocalDate } from './local-date.js';

/** What a rule says of some facts. Missing data is never `met`: it is `needsJudgement`, with the reason in `data`. */
export type Outcome = 'met' | 'notMet' | 'needsJudgement';

/** The place in law that a rule comes from. `wordingFrom` is the first day of the wording (lydelse) that was applied. */
export interface Citation {
  sfs: string;
  section: string;
  wordingFrom: LocalDate;
}

/** An officer's judgement that stands in for what the rule said. The judged outcome is the finding's own. */
export interface Override {
  /** What the rule said of the facts. */
  computed: Outcome;
  outcome: 'met' | 'notMet';
  motive: string;
  /** The officer's user id. */
  by: string;
  /** RFC 3339, UTC. */
  at: string;
}

export interface Finding {
  code: string;
  outcome: Outcome;
  citation: Citation | null;
  /** Where in the application the finding belongs, as `costs[2].amount`. Absent when it is about the whole. */
  path?: string;
  data: Record<string, unknown>;
  /** Absent where no officer has judged. */
  override?: Override;
}

export type Verdict = 'eligible' | 'notEligible' | 'needsJudgement';

/** One rule not met decides; otherwise one that needs judgement; otherwise eligible. */
export function computeVerdict(findings: readonly Finding[]): Verdict {
  if (findings.some((finding) => finding.outcome === 'notMet')) return 'notEligible';
  return findings.some((finding) => finding.outcome === 'needsJudgement') ? 'needsJudgement' : 'eligible';
}

export function failures(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.outcome === 'notMet');
}
