import { defined, InvalidMeasureInput, undefinedFor, type MeasureResult } from './measure-result.js';
import { computeZScore, type Distribution } from './standard-score.js';

/** By the number of inhabitants, in order of size: below 10 000, to 50 000, and above. */
export const SIZE_CLASSES = ['small', 'medium', 'large'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** A municipality that may be compared; `null` is what is not known of it. */
export interface Comparable {
  code: string;
  sizeClass: SizeClass | null;
  /** SKR's municipality group, by name. */
  municipalityGroup: string | null;
  /** In the unit of the measure. */
  value: number | null;
}

export type DistanceReason =
  /** One of the two has no value. */
  | 'noValue'
  /** All municipalities have the same value, or none has any. */
  | 'noSpread';

/** Compared part by part in this order; 0 is alike. */
export interface ComparisonDistance {
  /** Classes apart, 0–2; one more than the most where a class is unknown. */
  sizeClass: number;
  /** 0 in the same group, 1 in another or an unknown one. */
  municipalityGroup: 0 | 1;
  /** |z − z′|: how far apart the values are, in standard deviations. */
  measure: MeasureResult<DistanceReason>;
}

export interface Comparison {
  code: string;
  value: number | null;
  /** From 1. */
  rank: number;
  distance: ComparisonDistance;
}

function distanceBetween(
  own: Comparable,
  other: Comparable,
  distribution: Distribution | null,
): ComparisonDistance {
  const classes = [own.sizeClass, other.sizeClass].map((each) => (each ? SIZE_CLASSES.indexOf(each) : null));
  const [mine, theirs] = [classes[0] ?? null, classes[1] ?? null];
  const sameGroup = own.municipalityGroup !== null && own.municipalityGroup === other.municipalityGroup;
  return {
    sizeClass: mine === null || theirs === null ? SIZE_CLASSES.length : Math.abs(mine - theirs),
    municipalityGroup: sameGroup ? 0 : 1,
    measure: measureBetween(own.value, other.value, distribution),
  };
}

function measureBetween(
  own: number | null,
  other: number | null,
  distribution: Distribution | null,
): MeasureResult<DistanceReason> {
  if (own === null || other === null) return undefinedFor('noValue');
  const z = distribution && computeZScore(own, distribution);
  const otherZ = distribution && computeZScore(other, distribution);
  return z === null || otherZ === null ? undefinedFor('noSpread') : defined(Math.abs(z - otherZ));
}

function compare(a: Omit<Comparison, 'rank'>, b: Omit<Comparison, 'rank'>): number {
  // In billionths, so that equal distances up and down are a tie whatever their last digits. What is not known stands
  // after all that is.
  const measure = ({ distance }: typeof a) =>
    distance.measure.value === null ? Number.MAX_VALUE : Math.round(distance.measure.value * 1e9);
  return (
    a.distance.sizeClass - b.distance.sizeClass ||
    a.distance.municipalityGroup - b.distance.municipalityGroup ||
    measure(a) - measure(b) ||
    (a.code < b.code ? -1 : 1)
  );
}

/**
 * The municipalities nearest to one: first by size class, then by municipality group, then by the measure in standard
 * deviations of `distribution` (over all municipalities that have a value, weighted or not as the caller says), ties by
 * code. Itself is left out. Every answer shows its distance in parts. `limit` is how many at most, a whole number. Throws
 * `InvalidMeasureInput` for another limit and for values that are not finite.
 */
export function findNearestMunicipalities(
  own: Comparable,
  candidates: readonly Comparable[],
  distribution: Distribution | null,
  limit: number,
): Comparison[] {
  if (!Number.isInteger(limit) || limit < 0)
    throw new InvalidMeasureInput('parameterOutOfRange', { limit: String(limit) });
  for (const { code, value } of [own, ...candidates])
    if (value !== null && !Number.isFinite(value))
      throw new InvalidMeasureInput('valueNotFinite', { code, value: String(value) });
  return candidates
    .filter(({ code }) => code !== own.code)
    .map((other) => ({
      code: other.code,
      value: other.value,
      distance: distanceBetween(own, other, distribution),
    }))
    .sort(compare)
    .slice(0, limit)
    .map((comparison, index) => ({ ...comparison, rank: index + 1 }));
}
