import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NumberReader } from './number-reader.js';

const marks = [undefined, ',', '.'] as const;
/** Long runs of digits too: beyond what is exact, and beyond what is a number. */
const written = fc
  .array(
    fc.constantFrom('0', '1', '7', '9', ',', '.', '-', '+', 'e', ' ', '٣', '12345678', '9'.repeat(150)),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('a number that is read at once', () => {
  it('is digits with the mark of the file, and what JavaScript reads it as', () => {
    fc.assert(
      fc.property(written, fc.constantFrom(...marks), (word, mark) => {
        const isPlain = /^\d+(?:[.,]\d+)?$/.test(word) && (!/[.,]/.test(word) || word.includes(mark ?? ' '));
        const value = Number(word.replace(',', '.'));
        expect(new NumberReader(mark).readPlain(word)).toBe(
          isPlain && Number.isFinite(value) ? value : undefined,
        );
      }),
      { numRuns: 5_000 },
    );
  });

  it('is the nearest to what is written, of however many digits', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 20n }),
        fc.integer({ min: 0, max: 19 }),
        (digits, decimals) => {
          const all = String(digits).padStart(decimals + 1, '0');
          const whole = all.slice(0, all.length - decimals);
          const word = decimals === 0 ? whole : `${whole},${all.slice(-decimals)}`;
          expect(new NumberReader(',').readPlain(word)).toBe(Number(word.replace(',', '.')));
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
