import { findLack, tallyPair, type AreaCounts } from './area-counts.js';
import { crossDifference, sumPrecisely } from './exact-arithmetic.js';
import { InvalidMeasureInput, share, undefinedFor, type MeasureResult } from './measure-result.js';

/** Weighs areas where the group is over- and underrepresented alike. */
export const ATKINSON_PARAMETER = 0.5;

/** Below this the power series is used: it converges fast, and the closed form would lose digits. */
const SMALL = 0.1;

/** 1 + sδ − (1 + δ)^s, 0 or more for 0 < s ≤ ½ and δ > −1: how far a power mean falls short of the plain one. */
function fallShort(s: number, delta: number): number {
  if (Math.abs(delta) >= SMALL) return s * delta - Math.expm1(s * Math.log1p(delta));
  // − Σ binomial(s, k) δᵏ from k = 2.
  let term = s * delta;
  let sum = 0;
  for (let k = 2; Math.abs(term) > Number.EPSILON * sum * SMALL; k++) {
    term *= ((s - k + 1) / k) * delta;
    sum -= term;
  }
  return sum;
}

/**
 * Atkinson = 1 − P/(1 − P) · |Σ (1 − pᵢ)^(1−b) pᵢ^b tᵢ ÷ PT|^(1/(1−b)), a share 0–1, with 0 < b < 1. A b below ½ gives
 * weight to areas where group x is few, above ½ to areas where it is many, ½ to both alike. The same whichever group
 * comes first at b = ½ alone (Atkinson 1970; Massey & Denton 1988).
 *
 * `null` when a group is absent or nobody lives here. With u = xᵢ/X and v = yᵢ/Y the formula is 1 − R^(1/(1−b)),
 * R = Σ u^b v^(1−b). Where R is near 1 its distance from 1 is summed instead, Σ (bu + (1−b)v − u^b v^(1−b)), whose terms
 * are none below 0, so that no digits are lost where segregation is low or b is near 0 or 1. Throws
 * `InvalidMeasureInput` for other b, and unless given whole counts of two groups.
 */
export function computeAtkinson(areas: AreaCounts, b: number = ATKINSON_PARAMETER): MeasureResult {
  if (!(b > 0 && b < 1)) throw new InvalidMeasureInput('parameterOutOfRange', { b: String(b) });
  const pair = tallyPair(areas);
  const lack = findLack(areas, pair);
  if (lack) return undefinedFor(lack);
  const { x: X, y: Y } = pair;
  const c = 1 - b;

  const distance = sumPrecisely(
    pair.areas.map(({ x, y }) => {
      const [u, v] = [x / X, y / Y];
      if (x === 0) return c * v;
      if (y === 0) return b * u;
      // The smaller exponent is the one to expand in: the series then starts at a factor of at least ½.
      return b <= c
        ? v * fallShort(b, crossDifference(x, Y, y, X) / X / y)
        : u * fallShort(c, crossDifference(y, X, x, Y) / Y / x);
    }),
  );
  const logarithm =
    distance < 0.5
      ? Math.log1p(-distance)
      : Math.log(sumPrecisely(pair.areas.map(({ x, y }) => (x / X) ** b * (y / Y) ** c)));
  return share(-Math.expm1(logarithm / c));
}
