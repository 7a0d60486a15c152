import { defined, InvalidMeasureInput, undefinedFor, type MeasureResult } from './measure-result.js';
import { computeDistribution, meetsThreshold, type Deviation } from './standard-score.js';

/** 1 great challenges, 2 challenges, 3 mixed, 4 good, 5 very good conditions. */
export const AREA_TYPES = [1, 2, 3, 4, 5] as const;
export type AreaType = (typeof AREA_TYPES)[number];

/** Shares of an area's inhabitants, in percent 0–100; `null` where a share is not published. */
export interface AreaConditions {
  /** At most pre-secondary education, ages 25–65. */
  preSecondaryEducation: number | null;
  /** Income below 60 percent of the national median, all ages. */
  lowEconomicStandard: number | null;
  /** Economic assistance or long-term unemployment, ages 20–65. */
  assistanceOrUnemployment: number | null;
}

/** Where one type ends and the next begins, in standard deviations from the mean: at least so far is type 1, 2, 3, 4. */
export interface AreaTypeBoundaries {
  standardDeviations: readonly [number, number, number, number];
  deviation: Deviation;
  source: string;
}

/** SCB's exact boundaries were not seen: these are the method as others describe it. */
export const DESCRIBED_BOUNDARIES: AreaTypeBoundaries = {
  standardDeviations: [2, 1, 0, -1],
  deviation: 'population',
  source:
    'The method of SCB as described by xemarap/desocioek; the exact boundaries of SCB were not available',
};

/**
 * Socioeconomic index of an area: the mean of three shares, in percent 0–100 (SCB's method as described by
 * xemarap/desocioek). `null` where a share is missing. Throws `InvalidMeasureInput` for a share outside 0–100.
 */
export function computeAreaIndex(conditions: AreaConditions): MeasureResult<'noValue'> {
  const { preSecondaryEducation, lowEconomicStandard, assistanceOrUnemployment } = conditions;
  let sum = 0;
  for (const percent of [preSecondaryEducation, lowEconomicStandard, assistanceOrUnemployment]) {
    if (percent === null) return undefinedFor('noValue');
    if (!(percent >= 0 && percent <= 100))
      throw new InvalidMeasureInput('parameterOutOfRange', { percent: String(percent) });
    sum += percent;
  }
  return defined(sum / 3);
}

export type AreaTypeResult =
  { areaType: AreaType; reason: null } | { areaType: null; reason: 'noValue' | 'noSpread' };

/**
 * Area types from indices, in their order: with mean μ and standard deviation σ over the areas that have an index, type 1
 * from μ + 2σ, 2 from μ + σ, 3 from μ, 4 from μ − σ and 5 below, or as `boundaries` says. Exactly on a boundary belongs
 * to the type of more challenges, as `meetsThreshold` has it. `null` for an area without index, and for all where the
 * indices do not differ. Throws `InvalidMeasureInput` for boundaries that do not fall and for an index that is not finite.
 */
export function computeAreaTypes(
  indices: readonly (number | null)[],
  boundaries: AreaTypeBoundaries = DESCRIBED_BOUNDARIES,
): AreaTypeResult[] {
  const { standardDeviations, deviation } = boundaries;
  if (
    standardDeviations.some((k, at) => !Number.isFinite(k) || (at > 0 && !(k < standardDeviations[at - 1]!)))
  )
    throw new InvalidMeasureInput('boundariesInvalid', { standardDeviations });
  const known = indices.filter((index) => index !== null);
  const notFinite = known.find((index) => !Number.isFinite(index));
  if (notFinite !== undefined) throw new InvalidMeasureInput('valueNotFinite', { value: String(notFinite) });
  const distribution = computeDistribution(known, deviation);

  return indices.map((index): AreaTypeResult => {
    if (index === null) return { areaType: null, reason: 'noValue' };
    if (!distribution || distribution.standardDeviation === 0) return { areaType: null, reason: 'noSpread' };
    const reached = standardDeviations.findIndex((k) => meetsThreshold(index, distribution, k));
    return { areaType: AREA_TYPES[reached] ?? 5, reason: null };
  });
}
