import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isKronor, MAX_KRONOR, sumByYear, sumKronor } from './money.js';

describe('isKronor', () => {
  it.each([0, 1, 12_800_000, MAX_KRONOR])('takes %p', (value) => expect(isKronor(value)).toBe(true));
  it.each([-1, 0.5, MAX_KRONOR + 1, Number.NaN, Infinity, '1', null, undefined, 1n])('refuses %p', (value) =>
    expect(isKronor(value)).toBe(false),
  );
});

describe('sums', () => {
  const amount = fc.integer({ min: 0, max: MAX_KRONOR });
  const rows = fc.array(fc.record({ year: fc.integer({ min: 2018, max: 2030 }), amount }), {
    maxLength: 100,
  });

  it('sums exactly, in whole kronor', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 200 }), (amounts) => {
        const exact = amounts.reduce((sum, each) => sum + BigInt(each), 0n);
        expect(BigInt(sumKronor(amounts))).toBe(exact);
      }),
    );
  });

  it('sums by year to the same total, years ascending', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const sums = sumByYear(list);
        expect(sumKronor([...sums.values()])).toBe(sumKronor(list.map((row) => row.amount)));
        expect([...sums.keys()]).toEqual([...new Set(list.map((row) => row.year))].sort((a, b) => a - b));
      }),
    );
  });
});
