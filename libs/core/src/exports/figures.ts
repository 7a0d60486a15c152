import type { ShownAs } from './export-kind.js';

const SPACE = '\u00a0';

/** A decimal as Swedish has it: digits in groups of three, a comma. Its digits stay as they are. */
export function grouped(decimal: string): string {
  const [whole = '', part] = decimal.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, SPACE);
  return part === undefined ? groups : `${groups},${part}`;
}

const DECIMALS: Record<ShownAs, number> = { percent: 2, decimals: 4, kronor: 2 };

/** A number for people: rounded to what is worth reading, where its column says so. */
export function figure(number: string, shown: ShownAs | undefined): string {
  if (!/^-?\d/.test(number)) return number;
  if (shown === undefined) return /e/i.test(number) ? number : grouped(number);
  const rounded = (Number(number) * (shown === 'percent' ? 100 : 1)).toFixed(DECIMALS[shown]);
  return shown === 'percent' ? `${grouped(rounded)}${SPACE}%` : grouped(rounded);
}
