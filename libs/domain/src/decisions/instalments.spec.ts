import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkInstalments } from './instalments.js';
import { toTenThousandths } from './shares.js';

describe('toTenThousandths', () => {
  it.each([
    [0.5, 5000],
    [0.3333, 3333],
    [0.0001, 1],
    [1, 10_000],
    [0, 0],
    [0.07, 700],
  ])('%d is %i', (share, expected) => expect(toTenThousandths(share)).toBe(expected));

  it.each([0.33333, 0.00001, 1.0001, -0.1, Number.NaN, Infinity, 1 / 3])(
    '%d is no share of four decimals',
    (share) => expect(toTenThousandths(share)).toBeNull(),
  );

  it('reads every share of four decimals exactly', () => {
    for (let count = 0; count <= 10_000; count += 1) {
      expect(
        toTenThousandths(Number(`${Math.floor(count / 10_000)}.${String(count % 10_000).padStart(4, '0')}`)),
      ).toBe(count);
    }
  });
});

describe('checkInstalments', () => {
  const years = [
    { year: 2027, amount: 100 },
    { year: 2028, amount: 100 },
  ];
  const codes = (...rows: [year: number, share: number][]) =>
    checkInstalments(
      rows.map(([year, share]) => ({ year, share })),
      years,
    ).map(({ code }) => code);

  it.each<[string, [number, number][], string[]]>([
    ['none', [], []],
    [
      'halves',
      [
        [2027, 0.5],
        [2027, 0.5],
      ],
      [],
    ],
    // 0.1 + 0.2 + 0.7 is not 1 in floating point.
    [
      'tenths',
      [
        [2027, 0.1],
        [2027, 0.2],
        [2027, 0.7],
      ],
      [],
    ],
    [
      'thirds',
      [
        [2027, 0.3333],
        [2027, 0.3333],
        [2027, 0.3334],
      ],
      [],
    ],
    [
      'a hair short',
      [
        [2027, 0.3333],
        [2027, 0.3333],
        [2027, 0.3333],
      ],
      ['instalmentSharesNotWhole'],
    ],
    [
      'a hair over',
      [
        [2027, 0.5],
        [2027, 0.5001],
      ],
      ['instalmentSharesNotWhole'],
    ],
    [
      'five decimals',
      [
        [2027, 0.33333],
        [2027, 0.66667],
      ],
      ['shareInvalid', 'shareInvalid', 'instalmentSharesNotWhole'],
    ],
    [
      'a share of nothing',
      [
        [2027, 0],
        [2027, 1],
      ],
      ['shareInvalid'],
    ],
    ['a year not granted', [[2029, 1]], ['instalmentYearNotGranted']],
    [
      'one year whole, one not',
      [
        [2027, 1],
        [2028, 0.4],
      ],
      ['instalmentSharesNotWhole'],
    ],
  ])('%s', (_, rows, expected) => expect(codes(...rows)).toEqual(expected));

  it('takes every way to cut a whole into ten-thousandths', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 11 });
    fc.assert(
      fc.property(cuts, (list) => {
        const at = [0, ...list.sort((a, b) => a - b), 10_000];
        const rows = at.slice(1).map((end, index): [number, number] => [2027, (end - at[index]!) / 10_000]);
        expect(codes(...rows)).toEqual([]);
      }),
    );
  });
});
