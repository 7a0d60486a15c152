import { findLack, tallyPair, type AreaCounts, type PairTally } from './area-counts.js';
import { crossDifference, sumPrecisely } from './exact-arithmetic.js';
import { share, undefinedFor, type MeasureResult } from './measure-result.js';

function computePair(areas: AreaCounts, formula: (pair: PairTally) => number): MeasureResult {
  const pair = tallyPair(areas);
  const lack = findLack(areas, pair);
  return lack ? undefinedFor(lack) : share(formula(pair));
}

/**
 * Isolation xPx = Σ (xᵢ/X)(xᵢ/tᵢ), a share P–1 where P = X/T: how large a part of those who live in the area of the
 * average person of group x belong to x themselves. Depends on the size of the group (Bell 1954).
 *
 * `null` when a group is absent or nobody lives here. Throws `InvalidMeasureInput` unless given whole counts of two groups.
 */
export function computeIsolation(areas: AreaCounts): MeasureResult {
  return computePair(areas, (pair) => sumPrecisely(pair.areas.map(({ x, size }) => x * (x / size))) / pair.x);
}

/**
 * Exposure xPy = Σ (xᵢ/X)(yᵢ/tᵢ), a share 0–(1 − P): how large a part of those who live in the area of the average
 * person of group x belong to y. With two groups xPy = 1 − xPx (Bell 1954).
 *
 * `null` when a group is absent or nobody lives here. Throws `InvalidMeasureInput` unless given whole counts of two groups.
 */
export function computeExposure(areas: AreaCounts): MeasureResult {
  return computePair(
    areas,
    (pair) => sumPrecisely(pair.areas.map(({ x, y, size }) => x * (y / size))) / pair.x,
  );
}

/**
 * Correlation ratio V = (xPx − P) ÷ (1 − P), eta², a share 0–1: isolation with the part that the size of the group
 * explains taken away. The same whichever group comes first (Bell 1954; Massey & Denton 1988).
 *
 * `null` when a group is absent or nobody lives here. Summed as Σ (xᵢY − yᵢX)²/tᵢ ÷ TXY, which is the same and does not
 * take one near number from another. Throws `InvalidMeasureInput` unless given whole counts of two groups.
 */
export function computeCorrelationRatio(areas: AreaCounts): MeasureResult {
  return computePair(areas, ({ areas: inhabited, x: X, y: Y, total }) => {
    const terms = inhabited.map(({ x, y, size }) => crossDifference(x, Y, y, X) ** 2 / size);
    return sumPrecisely(terms) / total / X / Y;
  });
}
