import type { Kronor } from '../../shared/money.js';

/** Hundredths of a krona, as books are kept. Negative where it is credited. */
export type Ore = number;

/** A thousand million kronor in one row, and this many rows: so any sum of them is a safe integer, and exact. */
const LARGEST: Ore = 100_000_000_000;
export const MAX_ACCOUNTING_ROWS = 90_000;
const PLAIN = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/;

/** An amount as SIE writes it: a decimal point, two decimals at most, no separators. `undefined` where it is none. In öre. */
export function parseOre(text: string): Ore | undefined {
  const match = PLAIN.exec(text);
  if (!match) return undefined;
  const [, sign, whole, decimals = ''] = match;
  const ore = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (ore > LARGEST) return undefined;
  return sign === '-' && ore !== 0 ? -ore : ore;
}

const SPACES = /[\s\u00a0\u202f]/g;
const SWEDISH = /^-?(?:\d+|\d{1,3}(?:\.\d{3})+),\d{1,2}$/;

/**
 * An amount as people write it, in öre: `1 234,50`, `1.234,50`, `1234.5`, `-12`, with any space and the true minus sign.
 * `1.234` is no amount: it may be a thousand or a little more than one.
 */
export function parseWrittenOre(text: string): Ore | undefined {
  const bare = text.replace(SPACES, '').replace('\u2212', '-');
  return parseOre(SWEDISH.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare);
}

/**
 * The rounding rule of imported costs, in whole kronor: öre are added up exactly per year and kind, and those that are
 * left over at the end are dropped (towards nought). So no sum is larger than what is booked.
 */
export function toKronor(ore: Ore): Kronor {
  return Math.trunc(ore / 100) || 0;
}

/** As it is read, with a decimal point: `-12.05`. */
export function formatOre(ore: Ore): string {
  const size = Math.abs(ore);
  return `${ore < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}
