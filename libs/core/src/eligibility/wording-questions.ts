import { checkRecipients } from '#domain/applications/eligibility';
import type { RecipientFacts } from '#domain/applications/facts';
import { programmes, type MeasureThresholdRule, type Wording } from '#domain/regulations/index';
import type { Deviation } from '#domain/measures/standard-score';
import { computeVerdict, type Outcome, type Verdict } from '#domain/shared/finding';

/** One threshold of a wording's rule, as the statement that compares it takes it. */
export interface AskedThreshold {
  wording: number;
  position: number;
  rule: string;
  measure: string;
  factor: number;
  deviation: Deviation;
  /** Whether one threshold is enough; else all are needed. */
  isAny: boolean;
  throughMembers: boolean;
}

/** What all rules but the thresholds say of a recipient. They ask for no measure, so they are the same every year. */
export interface AskedRecipient {
  wording: number;
  place: number;
  organisation: string;
  verdict: Verdict;
  rules: Record<string, Outcome>;
}

export interface AskedWording {
  wording: number;
  programme: string;
  from: string;
}

export interface Questions {
  wordings: AskedWording[];
  thresholds: AskedThreshold[];
  recipients: AskedRecipient[];
}

/** Every wording of every programme, numbered, put to every recipient: all that depends on no value is answered here. */
export function askWordings(recipients: readonly RecipientFacts[]): Questions {
  const all = programmes.flatMap(({ code, wordings }) => wordings.map((wording) => ({ code, wording })));
  return {
    wordings: all.map(({ code, wording }, number) => ({
      wording: number,
      programme: code,
      from: wording.validFrom,
    })),
    thresholds: all.flatMap(({ wording }, number) => thresholdsOf(wording, number)),
    recipients: all.flatMap(({ wording }, number) => {
      const rules = wording.rules.filter((rule) => rule.kind !== 'measureThreshold');
      return checkRecipients(recipients, {}, { ...wording, rules }).map(({ recipient, findings }, place) => ({
        wording: number,
        place,
        organisation: recipient.id,
        verdict: computeVerdict(findings),
        rules: Object.fromEntries(findings.map(({ code, outcome }) => [code, outcome])),
      }));
    }),
  };
}

/** Throws for what the pass cannot compute: nothing is said rather than something else than the rules say. */
export function thresholdsOf(wording: Wording, number: number): AskedThreshold[] {
  const [rule, ...more] = wording.rules.filter(
    (each): each is MeasureThresholdRule => each.kind === 'measureThreshold',
  );
  // The pass keeps one list of thresholds for a wording; a second rule would need a second.
  if (more.length > 0) throw new Error(`${wording.sfs} ${wording.validFrom} has two threshold rules`);
  if (!rule) return [];
  const { thresholds, combine, deviation, weights = 'none', throughMembers } = rule.parameters;
  // No series of inhabitants is kept, and the pass takes mean and deviation of municipalities that count the same.
  if (weights !== 'none')
    throw new Error(
      `${wording.sfs} ${wording.validFrom} weighs by ${weights}, and nothing to weigh by is kept`,
    );
  return thresholds.map(({ measure, standardDeviations }, position) => ({
    wording: number,
    position,
    rule: rule.code,
    measure,
    factor: standardDeviations,
    deviation,
    isAny: combine === 'any',
    throughMembers,
  }));
}
