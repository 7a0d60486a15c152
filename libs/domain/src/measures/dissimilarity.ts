import { findLack, tallyPair, type AreaCounts } from './area-counts.js';
import { crossDifference, sumPrecisely } from './exact-arithmetic.js';
import { share, undefinedFor, type MeasureResult } from './measure-result.js';

/**
 * Dissimilarity D = ½ Σ |xᵢ/X − yᵢ/Y|, a share 0–1: how large a part of either group would have to move for both to be
 * spread alike. 0 is even, 1 complete segregation. The same whichever group comes first (Duncan & Duncan 1955).
 *
 * `null` when a group is absent or nobody lives here. Summed as |xᵢY − yᵢX| ÷ 2XY with exact differences. Throws
 * `InvalidMeasureInput` unless given whole counts of two groups.
 */
export function computeDissimilarity(areas: AreaCounts): MeasureResult {
  const pair = tallyPair(areas);
  const lack = findLack(areas, pair);
  if (lack) return undefinedFor(lack);
  const apart = sumPrecisely(pair.areas.map(({ x, y }) => Math.abs(crossDifference(x, pair.y, y, pair.x))));
  return share(apart / pair.x / pair.y / 2);
}
