import {
  computeDistribution,
  computeThreshold,
  computeWeightedDistribution,
  computeZScore,
  meetsThreshold,
  type Deviation,
  type Distribution,
  type WeightedValue,
  type Weights,
} from '../../measures/standard-score.js';
import type { MeasureThresholdRule, Threshold } from '../../regulations/rule.js';
import type { Finding, Outcome } from '../../shared/finding.js';
import type { CaseFacts, MeasureFacts, MeasuresByCode, PopulationFacts, RecipientFacts } from '../facts.js';
import { answer, type Cited } from './cite.js';

/** How one municipality stands to one threshold. */
interface Standing {
  measure: string;
  value: number | null;
  z: number | null;
  outcome: Outcome;
  reason?: string;
}

/** A threshold laid on the values of all municipalities. */
interface Scale {
  /** The threshold, and what it was laid on. */
  told: Record<string, unknown>;
  standing(code: string): Standing;
}

/** One met is enough; otherwise a missing one leaves the question open. */
function combineAny(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('met')) return 'met';
  return outcomes.length === 0 || outcomes.includes('needsJudgement') ? 'needsJudgement' : 'notMet';
}

/** One not met is enough to fail; otherwise a missing one leaves the question open. */
function combineAll(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('notMet')) return 'notMet';
  return outcomes.length === 0 || outcomes.includes('needsJudgement') ? 'needsJudgement' : 'met';
}

type KnownValue = readonly [code: string, value: number];

/** `null` where the inhabitants of a municipality that has a value are not known: a mean without it is another mean. */
function weigh(
  known: readonly KnownValue[],
  populations: PopulationFacts | undefined,
  deviation: Deviation,
): Distribution | null {
  const weighted: WeightedValue[] = [];
  for (const [code, value] of known) {
    const weight = populations && Object.hasOwn(populations.values, code) ? populations.values[code] : null;
    if (!(typeof weight === 'number' && Number.isFinite(weight) && weight > 0)) return null;
    weighted.push({ value, weight });
  }
  return computeWeightedDistribution(weighted, deviation);
}

/** What is shown of the weights, where there are any: evidence of unweighted rules stays as it always was. */
function showWeights(weights: Weights, populations: PopulationFacts | undefined): Record<string, unknown> {
  if (weights === 'none') return {};
  const from = populations && { year: populations.year, dataset: populations.dataset };
  return { weights, populations: from ?? null };
}

function layScale(
  threshold: Threshold,
  facts: MeasureFacts | undefined,
  { deviation, weights = 'none' }: Pick<MeasureThresholdRule['parameters'], 'deviation' | 'weights'>,
): Scale {
  const { measure, standardDeviations } = threshold;
  const open = (reason: string, value: number | null = null): Standing => ({
    measure,
    value,
    z: null,
    outcome: 'needsJudgement',
    reason,
  });
  if (!facts) return { told: { ...threshold, reason: 'noDataset' }, standing: () => open('noDataset') };

  const known = Object.entries(facts.values).filter((entry): entry is [string, number] => entry[1] !== null);
  const distribution =
    weights === 'population'
      ? weigh(known, facts.populations, deviation)
      : computeDistribution(
          known.map(([, value]) => value),
          deviation,
        );
  const unweighable = weights === 'population' && !distribution;
  const told = {
    ...threshold,
    mean: distribution?.mean ?? null,
    standardDeviation: distribution?.standardDeviation ?? null,
    n: known.length,
    threshold: distribution && computeThreshold(distribution, standardDeviations),
    year: facts.year,
    quality: facts.quality,
    dataset: facts.dataset,
    ...showWeights(weights, facts.populations),
  };
  return {
    told,
    standing(code) {
      const value = (Object.hasOwn(facts.values, code) ? facts.values[code] : null) ?? null;
      if (value === null) return open('noValue');
      if (unweighable) return open('noPopulation', value);
      // Where all municipalities are alike the measure singles nobody out.
      if (!distribution || distribution.standardDeviation === 0) return open('noSpread', value);
      const outcome = meetsThreshold(value, distribution, standardDeviations) ? 'met' : 'notMet';
      return { measure, value, z: computeZScore(value, distribution), outcome };
    },
  };
}

/** Beside what is told of a threshold, how the recipient stands to it; without `own` it has no value of its own. */
function showStanding(told: Record<string, unknown>, own: Standing | undefined, outcome: Outcome) {
  const { value, z, reason } = own ?? { value: null, z: null };
  // Hundreds of recipients at a time: nothing more is spread than must be.
  const shown: Record<string, unknown> = { ...told, value, z, outcome };
  if (reason !== undefined) shown['reason'] = reason;
  return shown;
}

function municipalitiesOf(recipient: RecipientFacts, throughMembers: boolean): readonly string[] {
  if (recipient.kind === 'municipality') return recipient.code === null ? [] : [recipient.code];
  return throughMembers ? recipient.memberCodes : [];
}

/**
 * Met when the municipality's value is at least mean + k × standard deviation, mean and deviation over the
 * municipalities that have a value, unweighted (Statskontoret 2023:4, annex 2) unless the rule weighs by population. Values in the unit of their measure, z without unit.
 *
 * `any`: one threshold met is met. `all`: one not met is not met. A missing value is never met: it needs judgement
 * where it could decide. A region or an association is met when one of its municipalities is, judged by itself;
 * `metBy` names the municipalities that are.
 */
export function checkMeasureThreshold(
  { recipient, measures }: Pick<CaseFacts, 'recipient' | 'measures'>,
  rule: MeasureThresholdRule,
  wording: Cited,
): Finding {
  return prepareMeasureThreshold(measures, rule, wording)(recipient);
}

/** The same rule for many recipients: mean and deviation are computed once, then asked of each. */
export function prepareMeasureThreshold(
  measures: MeasuresByCode,
  rule: MeasureThresholdRule,
  wording: Cited,
): (recipient: RecipientFacts) => Finding {
  const { thresholds, combine, deviation, of, throughMembers } = rule.parameters;
  const scales = thresholds.map((threshold) =>
    layScale(threshold, measures[threshold.measure], rule.parameters),
  );
  return (recipient) => {
    const municipalities = municipalitiesOf(recipient, throughMembers).map((code) => {
      const standings = scales.map((scale) => scale.standing(code));
      const outcomes = standings.map((standing) => standing.outcome);
      return { code, outcome: combine === 'any' ? combineAny(outcomes) : combineAll(outcomes), standings };
    });
    const itself = recipient.kind === 'municipality' ? municipalities[0] : undefined;
    const data = {
      combine,
      deviation,
      of,
      thresholds: scales.map(({ told }, index) => {
        const outcome = combineAny(municipalities.map(({ standings }) => standings[index]!.outcome));
        return showStanding(told, itself?.standings[index], outcome);
      }),
      members: itself
        ? []
        : municipalities.map(({ code, outcome, standings }) => ({ code, outcome, values: standings })),
      metBy: municipalities.flatMap(({ code, outcome }) => (outcome === 'met' ? [code] : [])),
    };
    const outcome = combineAny(municipalities.map((municipality) => municipality.outcome));
    return answer(
      rule,
      wording,
      outcome,
      municipalities.length ? data : { ...data, reason: 'noMunicipality' },
    );
  };
}
