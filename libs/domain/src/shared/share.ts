import type { Kronor } from './money.js';

/** amount × 100 ≤ whole × percent, without rounding; both in whole kronor, `percent` a whole number. */
export function isWithinPercent(amount: Kronor, whole: Kronor, percent: number): boolean {
  return BigInt(amount) * 100n <= BigInt(whole) * BigInt(percent);
}

/** The largest whole number of kronor that is within `percent` of an amount. */
export function percentOf(whole: Kronor, percent: number): Kronor {
  return Number((BigInt(whole) * BigInt(percent)) / 100n);
}

/**
 * A share in percent with two decimals, as `90.00`, for reading. Rounded up, so that a share above a ceiling never
 * reads as on it. `null` when there is nothing to take a share of.
 */
export function formatShare(amount: Kronor, whole: Kronor): string | null {
  if (whole === 0) return null;
  const hundredths = (BigInt(amount) * 10_000n + BigInt(whole) - 1n) / BigInt(whole);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
