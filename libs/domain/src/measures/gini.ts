import { findLack, tallyPair, type AreaCounts } from './area-counts.js';
import { compareProducts, crossDifference, sumPrecisely } from './exact-arithmetic.js';
import { share, undefinedFor, type MeasureResult } from './measure-result.js';

/**
 * Gini = Σᵢ Σⱼ tᵢtⱼ|pᵢ − pⱼ| ÷ 2T²P(1 − P), a share 0–1: the mean difference between the compositions of two areas,
 * weighed by their inhabitants, relative to complete segregation. The same whichever group comes first
 * (Massey & Denton 1988).
 *
 * `null` when a group is absent or nobody lives here. Since tᵢtⱼ(pⱼ − pᵢ) = xⱼyᵢ − xᵢyⱼ, one pass over areas in the order
 * of pᵢ suffices: Σⱼ (xⱼ Σ yᵢ − yⱼ Σ xᵢ) ÷ XY over the i before j, n log n in time. Throws `InvalidMeasureInput` unless
 * given whole counts of two groups.
 */
export function computeGini(areas: AreaCounts): MeasureResult {
  const pair = tallyPair(areas);
  const lack = findLack(areas, pair);
  if (lack) return undefinedFor(lack);
  const inOrder = [...pair.areas].sort((a, b) => compareProducts(a.x, b.y, b.x, a.y));
  let [beforeX, beforeY] = [0, 0];
  const differences = inOrder.map(({ x, y }) => {
    const difference = crossDifference(x, beforeY, beforeX, y);
    beforeX += x;
    beforeY += y;
    return difference;
  });
  return share(sumPrecisely(differences) / pair.x / pair.y);
}
