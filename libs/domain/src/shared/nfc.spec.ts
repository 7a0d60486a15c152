import { describe, expect, it } from '@jest/globals';
import { isStreamSafe, NFC_PARTS, toNfc } from './nfc.js';

describe('NFC', () => {
  it('is the same text in one form', () => {
    expect(toNfc('Malmö')).toBe('Malm\u00f6');
    expect(toNfc('Malmo\u0308')).toBe('Malm\u00f6');
  });

  it('is left alone where more marks stand on one letter than any language has', () => {
    const marks = (count: number) => `a${'\u0323'.repeat(count - 1)}\u0301 o\u0308`;
    expect([isStreamSafe(marks(30)), isStreamSafe(marks(31))]).toEqual([true, false]);
    expect(toNfc(marks(30))).toContain('ö');
    expect(toNfc(marks(31))).toBe(marks(31));
  });

  it('comes to an end for marks without end', () => {
    // The square of 800 000 is hours.
    toNfc('a\u0301\u0323'.repeat(200_000) + '\u0301\u0323'.repeat(200_000));
    toNfc(`a${'\u0323'.repeat(30)}`.repeat(20_000));
    expect(isStreamSafe('a\u0301\u0323'.repeat(200_000))).toBe(true);
  });

  it('never makes one of more than so many', () => {
    const letters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const composed = letters.filter((each) => each.isWellFormed() && each.normalize('NFC') === each);
    expect(Math.max(...composed.map((each) => each.normalize('NFD').length))).toBeLessThanOrEqual(NFC_PARTS);
  });
});
