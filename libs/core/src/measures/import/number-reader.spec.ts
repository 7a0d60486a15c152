import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NumberReader } from './number-reader.js';

/** Beyond what is a number too. */
const written = fc
  .array(
    fc.constantFrom('0', '1', '7', '9', ',', '.', '-', '+', 'e', ' ', '٣', '12345678', '9'.repeat(150)),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('a number that is read at once', () => {
  it('is digits with the mark of the file, once that is known, and what JavaScript reads it as', () => {
    fc.assert(
      fc.property(written, fc.constantFrom(undefined, ',', '.'), (word, mark) => {
        const value = Number(word.replace(',', '.'));
        const isPlain = mark && /^\d+(?:[.,]\d+)?$/.test(word) && (/^\d+$/.test(word) || word.includes(mark));
        expect(new NumberReader(mark).readPlain(word)).toBe(
          isPlain && Number.isFinite(value) ? value : undefined,
        );
      }),
      { numRuns: 5_000 },
    );
  });
});
