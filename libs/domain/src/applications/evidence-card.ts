import type { Citation, Finding, Outcome, Override } from '../shared/finding.js';
import type { DatasetFacts, Quality } from './facts.js';

/** One line of the card: a rule, or one threshold of a rule, with all that its outcome was reached from. */
export interface EvidenceLine {
  rule: string;
  citation: Citation | null;
  /** Of a threshold; the fields below are `null` for other rules, and where there was no value. */
  measure: string | null;
  /** Code of the municipality that the value is of: the recipient itself, or the member that met the rule. */
  municipality: string | null;
  /** In the unit of the measure, as `mean`, `standardDeviation` and `threshold`. */
  value: number | null;
  mean: number | null;
  standardDeviation: number | null;
  /** The threshold is mean + this many standard deviations. */
  standardDeviations: number | null;
  threshold: number | null;
  /** (value − mean) / standard deviation, without unit. */
  z: number | null;
  /** Municipalities that had a value. */
  n: number | null;
  year: number | null;
  quality: Quality | null;
  dataset: DatasetFacts | null;
  outcome: Outcome;
  /** Why it needed judgement. */
  reason: string | null;
  /** The officer's judgement of the rule, whatever its lines say. */
  override: Override | null;
}

type Figures = Omit<EvidenceLine, 'rule' | 'citation' | 'municipality' | 'override'>;

interface Member {
  code: string;
  values: Partial<Figures>[];
}

const NO_FIGURES: Omit<Figures, 'outcome' | 'reason'> = {
  measure: null,
  value: null,
  mean: null,
  standardDeviation: null,
  standardDeviations: null,
  threshold: null,
  z: null,
  n: null,
  year: null,
  quality: null,
  dataset: null,
};

const FIGURES = [...(Object.keys(NO_FIGURES) as (keyof Figures)[]), 'outcome', 'reason'] as const;

function figuresOf(finding: Finding, given: Partial<Figures>): Figures {
  const whole: Figures = { ...NO_FIGURES, reason: null, outcome: finding.outcome };
  const known = FIGURES.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]);
  return { ...whole, ...(Object.fromEntries(known) as Partial<Figures>) };
}

/**
 * The findings as a card to read: a line for every rule, and of a threshold rule one for each of its thresholds. For a
 * region or an association the lines are those of each member municipality that met the rule; where none did, they tell
 * of the thresholds alone. `municipality` is the recipient's own code, where it has one.
 */
export function describeEvidence(findings: readonly Finding[], municipality: string | null): EvidenceLine[] {
  return findings.flatMap((finding) => {
    const { code: rule, citation, data, override = null } = finding;
    const line = (given: Partial<Figures>, of: string | null): EvidenceLine => ({
      rule,
      citation,
      municipality: of,
      ...figuresOf(finding, given),
      override,
    });
    const thresholds = data['thresholds'] as Partial<Figures>[] | undefined;
    if (!thresholds) return [line({ reason: (data['reason'] as string | undefined) ?? null }, null)];
    const members = (data['members'] ?? []) as Member[];
    const metBy = (data['metBy'] ?? []) as string[];
    const met = members.filter(({ code }) => metBy.includes(code));
    if (met.length === 0) {
      return thresholds.map((threshold) => line(threshold, members.length === 0 ? municipality : null));
    }
    return met.flatMap(({ code, values }) =>
      thresholds.map((threshold, index) => line({ ...threshold, ...values[index] }, code)),
    );
  });
}
