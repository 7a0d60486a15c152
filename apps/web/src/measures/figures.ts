import { measures } from '#domain/measures/definitions';
import { useText } from '../frame/language.js';

const unitOf = (code: string) => measures.find((measure) => measure.code === code)?.unit;

/** Values of measures as they are read: shares as percent, indexes as numbers. */
export function useFigures() {
  const { percent, number } = useText();
  const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));
  return {
    value: (code: string, value: number | null) =>
      value === null ? '–' : unitOf(code) === 'share' ? percent(value) : number(rounded(value, 4)),
    /** The difference of two values; of two shares in percentage points, without the sign for percent. */
    difference: (code: string, value: number | null) =>
      value === null ? '–' : signed(number(rounded(unitOf(code) === 'share' ? value * 100 : value, 2))),
    z: (value: number | null) => (value === null ? '–' : signed(number(rounded(value, 2)))),
    unitOf,
  };
}

const signed = (shown: string) => (/^[-−0]/.test(shown) ? shown : `+${shown}`);
