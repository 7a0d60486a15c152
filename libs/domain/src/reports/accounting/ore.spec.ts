import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatOre, MAX_ACCOUNTING_ROWS, parseOre, parseWrittenOre, toKronor } from './ore.js';

describe('parseOre', () => {
  it.each<[string, number | undefined]>([
    ['0', 0],
    ['-0.00', 0],
    ['1', 100],
    ['1.5', 150],
    ['1.05', 105],
    ['-12.34', -1234],
    ['1000000000.00', 100_000_000_000],
    ['1000000000.01', undefined],
    ['1,5', undefined],
    ['1.234', undefined],
    ['1 000', undefined],
    ['', undefined],
    ['-', undefined],
    ['+1', undefined],
    ['1e3', undefined],
    ['.5', undefined],
  ])('%s', (text, ore) => expect(parseOre(text)).toBe(ore));

  it('reads what is written, to the öre', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (ore) => {
        expect(parseOre(formatOre(ore))).toBe(ore === 0 ? 0 : ore);
        expect(parseWrittenOre(formatOre(ore).replace('.', ','))).toBe(ore === 0 ? 0 : ore);
      }),
    );
  });
});

describe('parseWrittenOre', () => {
  it.each<[string, number | undefined]>([
    ['1 234,50', 123_450],
    ['1\u00a0234,5', 123_450],
    ['1\u202f234', 123_400],
    ['1.234,50', 123_450],
    ['1234.50', 123_450],
    ['\u2212 12,00', -1200],
    ['1.234', undefined],
    ['1,234.50', undefined],
    ['12,345', undefined],
    ['kr 5', undefined],
  ])('%s', (text, ore) => expect(parseWrittenOre(text)).toBe(ore));
});

describe('toKronor', () => {
  it.each([
    [0, 0],
    [99, 0],
    [-99, 0],
    [199, 1],
    [-199, -1],
    [200, 2],
  ])('%s öre', (ore, kronor) => expect(Object.is(toKronor(ore), kronor)).toBe(true));
});

it('keeps every sum of a whole file exact', () =>
  expect(Number.isSafeInteger(MAX_ACCOUNTING_ROWS * 100_000_000_000)).toBe(true));
