/** What is wrong with a number as it is written. */
export type NumberFault = 'notANumber' | 'thousandSeparator' | 'mixedDecimals';

const WHOLE = /^[+-]?\d+$/;
const DECIMAL = /^([+-]?\d*)([.,])(\d+)(?:[eE][+-]?\d+)?$/;
const EXPONENT = /^[+-]?\d+[eE][+-]?\d+$/;
const GROUPED = /^[+-]?\d{1,3}(?:[\s'’.,]\d{3})+(?:[.,]\d+)?$/;

/** Most numbers of a file, once it is known how it writes them; the others are worth a closer look. */
const PLAIN = { ',': /^\d+(?:,\d+)?$/, '.': /^\d+(?:\.\d+)?$/ };

/** Reads the numbers of a file. The first with a decimal comma or point decides which of them the file has. */
export class NumberReader {
  constructor(private decimal?: ',' | '.') {}

  /** `isWhole`: the measure counts something, so that `12.345` is twelve thousand with a separator. */
  read(written: string, isWhole = false): number | NumberFault {
    const plain = this.readPlain(written);
    if (plain !== undefined) return plain;
    const word = written.replace('\u2212', '-');
    const parts = DECIMAL.exec(word);
    if (!parts && (WHOLE.test(word) || EXPONENT.test(word))) return finite(Number(word));
    if (!parts) return GROUPED.test(word) || /\d\s\d/.test(word) ? 'thousandSeparator' : 'notANumber';
    const [, before, mark, after] = parts;
    const couldBeGrouped = after!.length === 3 && /^[+-]?[1-9]\d{0,2}$/.test(before!);
    if (this.decimal === undefined) {
      if (isWhole && couldBeGrouped) return 'thousandSeparator';
      this.decimal = mark as ',' | '.';
    }
    if (mark !== this.decimal) return couldBeGrouped ? 'thousandSeparator' : 'mixedDecimals';
    return finite(Number(word.replace(',', '.')));
  }

  /** Digits, with the decimal mark of the file or without, once that is known. `undefined`: worth a closer look. */
  readPlain(written: string): number | undefined {
    if (this.decimal === undefined || !PLAIN[this.decimal].test(written)) return undefined;
    const value = Number(this.decimal === '.' ? written : written.replace(',', '.'));
    return Number.isFinite(value) ? value : undefined;
  }
}

function finite(value: number): number | NumberFault {
  // `-0` is no less than nothing.
  return Number.isFinite(value) ? value + 0 : 'notANumber';
}
