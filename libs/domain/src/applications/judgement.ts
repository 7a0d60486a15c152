import type { Finding, Outcome } from '../shared/finding.js';

/** What an officer may answer. That a rule still needs judgement is no answer. */
export const JUDGED_OUTCOMES = ['met', 'notMet'] as const;
export type JudgedOutcome = (typeof JUDGED_OUTCOMES)[number];

/** An officer's answer to a finding, with its motive (förvaltningslagen 27 and 32 §§). Never changed: a later one replaces it. */
export interface Judgement {
  findingCode: string;
  /** Where the finding belongs in the application; `null` when it is about the whole. */
  path: string | null;
  /** What the rule said of the facts when it was judged. */
  computed: Outcome;
  outcome: JudgedOutcome;
  motive: string;
  /** User id. */
  judgedBy: string;
  /** RFC 3339, UTC. */
  judgedAt: string;
}

/** Whether the judgement is about this finding: same code, same place, and the rule still says what was judged. */
function isAbout(judgement: Judgement, finding: Finding): boolean {
  return (
    judgement.findingCode === finding.code &&
    judgement.path === (finding.path ?? null) &&
    judgement.computed === computedOutcome(finding)
  );
}

/** What the rule itself said, whatever an officer has judged. */
export function computedOutcome(finding: Finding): Outcome {
  return finding.override?.computed ?? finding.outcome;
}

/**
 * The findings with an officer's judgements in place of what the rules said, the latest of each. `judgements` are in
 * order of time. One that was given of another outcome has lapsed: other facts make another question, which is asked anew.
 */
export function applyJudgements(findings: readonly Finding[], judgements: readonly Judgement[]): Finding[] {
  return findings.map((finding) => {
    const judgement = judgements.findLast((each) => isAbout(each, finding));
    if (!judgement) return finding;
    const { outcome, motive, judgedBy, judgedAt, computed } = judgement;
    return { ...finding, outcome, override: { computed, outcome, motive, by: judgedBy, at: judgedAt } };
  });
}

/** The finding that an officer would answer; `undefined` where the rules say nothing of that name and place. */
export function findJudged(
  findings: readonly Finding[],
  code: string,
  path: string | null,
): Finding | undefined {
  return findings.find((finding) => finding.code === code && (finding.path ?? null) === path);
}
