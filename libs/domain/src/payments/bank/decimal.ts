import type { Kronor } from '../../shared/money.js';

/** The öre of an amount in a bank's file, `800000.00` or `800000`; `null` for what is no amount or has parts of an öre. */
export function toOre(text: string | null): bigint | null {
  const match = /^\+?(\d{1,18})(?:\.(\d{1,5}))?$/.exec(text ?? '');
  if (!match) return null;
  const decimals = (match[2] ?? '').padEnd(5, '0');
  if (!/^..000$/.test(decimals)) return null;
  return BigInt(match[1]!) * 100n + BigInt(decimals.slice(0, 2));
}

/** True where the amount in a bank's file is exactly so many whole kronor. */
export function isKronorOf(text: string | null, kronor: Kronor): boolean {
  return toOre(text) === BigInt(kronor) * 100n;
}
