/** A whole, in the unit that shares are counted in. */
export const WHOLE_SHARE = 10_000;

/**
 * A share 0–1 as whole ten-thousandths, so that shares can be added exactly; `null` for more than four decimals or
 * anything outside 0–1.
 */
export function toTenThousandths(share: number): number | null {
  const count = Math.round(share * WHOLE_SHARE);
  return count >= 0 && count <= WHOLE_SHARE && count / WHOLE_SHARE === share ? count : null;
}
