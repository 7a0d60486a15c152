/** What is wrong with a number as it is written. */
export type NumberFault = 'notANumber' | 'thousandSeparator' | 'mixedDecimals';

const WHOLE = /^[+-]?\d+$/;
const DECIMAL = /^([+-]?\d*)([.,])(\d+)(?:[eE][+-]?\d+)?$/;
const EXPONENT = /^[+-]?\d+[eE][+-]?\d+$/;
const GROUPED = /^[+-]?\d{1,3}(?:[\s'’.,]\d{3})+(?:[.,]\d+)?$/;

/** As many digits are a whole number that is exact, and so is ten to that power: one by the other is rounded once. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);
const ZERO = 48;

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

  /** Digits, with the decimal mark of the file or without: most numbers of most files. `undefined`: worth a closer look. */
  readPlain(written: string): number | undefined {
    const { length } = written;
    let digits = 0;
    let markAt = length;
    for (let at = 0; at < length; at += 1) {
      const digit = written.charCodeAt(at) - ZERO;
      if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
      else if (at > 0 && markAt === length && written[at] === this.decimal) markAt = at;
      else return undefined;
    }
    if (length === 0 || markAt === length - 1) return undefined;
    const decimals = Math.max(length - markAt - 1, 0);
    if (length <= EXACT_DIGITS) return digits / POWERS[decimals]!;
    const value = Number(this.decimal === ',' ? written.replace(',', '.') : written);
    return Number.isFinite(value) ? value : undefined;
  }
}

function finite(value: number): number | NumberFault {
  // `-0` is no less than nothing.
  return Number.isFinite(value) ? value + 0 : 'notANumber';
}
