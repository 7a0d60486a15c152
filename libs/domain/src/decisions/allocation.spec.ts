import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocateByLargestRemainder, type Key } from './allocation.js';
import { multiplyExactly, scaleToIntegers, toExactWeights } from './exact-weights.js';

const key = (
  total: number,
  weights: Record<string, number>,
  bounds: { floor?: number; cap?: number } = {},
): Key => ({
  total,
  weights: Object.entries(weights).map(([code, weight]) => ({ code, weight })),
  ...bounds,
});
const amounts = (asked: Key) =>
  Object.fromEntries(allocateByLargestRemainder(asked).items.map(({ code, amount }) => [code, amount]));

describe('scaleToIntegers', () => {
  it.each<[number[], bigint[]]>([
    [
      [0.1, 0.2, 0.3],
      [1n, 2n, 3n],
    ],
    [
      [1, 0.25],
      [100n, 25n],
    ],
    [
      [1e21, 1],
      [10n ** 21n, 1n],
    ],
    [
      [1.5e-7, 1e-7],
      [15n, 10n],
    ],
    [
      [0, 3],
      [0n, 3n],
    ],
  ])('%p are as %p', (weights, expected) => expect(scaleToIntegers(weights)).toEqual(expected));
});

describe('toExactWeights', () => {
  it('multiplies without drift: 0.1 × 3 is as much as 0.3', () =>
    expect(
      toExactWeights([
        { weight: 0.1, count: 3 },
        { weight: 0.3 },
        { weight: 0.333333, count: 12_876 },
        { weight: 5, count: 0 },
      ]),
    ).toEqual([300_000n, 300_000n, 4_291_995_708n, 0n]));
});

describe('multiplyExactly', () => {
  it.each([
    [0.1, 3, 0.3],
    [0.333333, 12_876, 4291.995708],
    [0.347826, 47_606, 16_558.604556],
    [1e21, 2, 2e21],
    [1.5e-7, 10, 1.5e-6],
    [0, 7, 0],
    [0.6, 0, 0],
  ])('%d × %d is %d', (value, count, product) => expect(multiplyExactly(value, count)).toBe(product));
});

describe('allocateByLargestRemainder', () => {
  it.each<[string, Key, Record<string, number>]>([
    ['evenly', key(300, { a: 1, b: 1, c: 1 }), { a: 100, b: 100, c: 100 }],
    ['ties by code', key(100, { c: 1, b: 1, a: 1 }), { a: 34, b: 33, c: 33 }],
    ['the largest remainder first', key(10, { a: 1.5, b: 2.4, c: 6.1 }), { a: 2, b: 2, c: 6 }],
    // 0.1 + 0.2 against 0.3: halves by the decimals as written.
    ['decimals as written', key(6, { a: 0.1, b: 0.2, c: 0.3 }), { a: 1, b: 2, c: 3 }],
    ['nothing to who has no weight', key(10, { a: 0, b: 2 }), { a: 0, b: 10 }],
    ['a floor', key(100, { a: 1, b: 1, c: 98 }, { floor: 10 }), { a: 10, b: 10, c: 80 }],
    ['a floor also to who has no weight', key(100, { a: 0, b: 1 }, { floor: 10 }), { a: 10, b: 90 }],
    ['a cap', key(100, { a: 1, b: 1, c: 98 }, { cap: 60 }), { a: 20, b: 20, c: 60 }],
    // The cap frees 38, which lift a and b above the floor that they were under at first.
    [
      'floor and cap together',
      key(100, { a: 1, b: 2, c: 97 }, { floor: 5, cap: 60 }),
      { a: 13, b: 27, c: 60 },
    ],
    ['exactly the floors', key(30, { a: 1, b: 2, c: 3 }, { floor: 10 }), { a: 10, b: 10, c: 10 }],
    ['exactly the caps', key(30, { a: 1, b: 2, c: 3 }, { cap: 10 }), { a: 10, b: 10, c: 10 }],
    ['caps and floors that just suffice', key(100, { a: 1, b: 0 }, { floor: 10, cap: 90 }), { a: 90, b: 10 }],
    ['nothing', key(0, { a: 1, b: 2 }), { a: 0, b: 0 }],
    ['to nobody, nothing', key(0, {}), {}],
  ])('distributes %s', (_, asked, expected) => expect(amounts(asked)).toEqual(expected));

  it.each<[string, Key, string, object]>([
    [
      'a floor too high',
      key(29, { a: 1, b: 2, c: 3 }, { floor: 10 }),
      'allocationFloorTooHigh',
      { least: 30 },
    ],
    ['a cap too low', key(31, { a: 1, b: 2, c: 3 }, { cap: 10 }), 'allocationCapTooLow', { most: 30 }],
    [
      'a cap too low for those with weight',
      key(20, { a: 1, b: 0 }, { cap: 10 }),
      'allocationCapTooLow',
      { most: 10 },
    ],
    ['a cap below the floor', key(20, { a: 1, b: 1 }, { floor: 5, cap: 4 }), 'allocationCapBelowFloor', {}],
    ['no weight at all', key(20, { a: 0, b: 0 }), 'allocationNoWeight', { total: 20 }],
    ['nobody', key(20, {}), 'allocationNoWeight', {}],
    ['a negative weight', key(20, { a: -1, b: 2 }), 'allocationWeightInvalid', { codes: ['a'] }],
    [
      'a weight that is no number',
      key(20, { a: Number.NaN, b: 2 }),
      'allocationWeightInvalid',
      { codes: ['a'] },
    ],
    ['half a krona', key(0.5, { a: 1 }), 'allocationAmountInvalid', {}],
    ['more than there can be', key(1_000_000_000_001, { a: 1 }), 'allocationAmountInvalid', {}],
  ])('refuses %s', (_, asked, code, data) => {
    const { items, findings } = allocateByLargestRemainder(asked);
    expect(items).toEqual([]);
    expect(findings).toMatchObject([{ code, outcome: 'notMet', data }]);
  });

  it('tells everything that is wrong at once', () => {
    const codes = ({ findings }: { findings: { code: string }[] }) => findings.map(({ code }) => code);
    const twice = [
      { code: 'a', weight: -1 },
      { code: 'a', weight: 1 },
    ];
    expect(codes(allocateByLargestRemainder({ total: -1, weights: twice }))).toEqual([
      'allocationAmountInvalid',
      'allocationWeightInvalid',
      'allocationCodeTwice',
    ]);
    expect(codes(allocateByLargestRemainder(key(9, { a: 0, b: 0 }, { floor: 5, cap: 4 })))).toEqual([
      'allocationCapBelowFloor',
      'allocationFloorTooHigh',
    ]);
  });

  it('weighs by count, exactly: the last krona goes where the decimals say', () => {
    // As floats 0.1 × 3 is more than 0.3, and b would get the odd krona that a has by its code.
    const weights = [
      { code: 'a', weight: 0.3 },
      { code: 'b', weight: 0.1, count: 3 },
    ];
    const { items } = allocateByLargestRemainder({ total: 5, weights });
    expect(items.map(({ amount }) => amount)).toEqual([3, 2]);
  });

  it.each([[-1], [0.5], [Number.NaN]])('refuses a count of %d', (count) =>
    expect(
      allocateByLargestRemainder({ total: 1, weights: [{ code: 'a', weight: 1, count }] }).findings,
    ).toMatchObject([{ code: 'allocationWeightInvalid', data: { codes: ['a'] } }]),
  );

  it('refuses a code that comes twice', () => {
    const weights = [
      { code: 'a', weight: 1 },
      { code: 'a', weight: 2 },
    ];
    expect(allocateByLargestRemainder({ total: 1, weights }).findings[0]!.code).toBe('allocationCodeTwice');
  });
});

describe('every allocation', () => {
  const weights = fc
    .array(fc.oneof(fc.nat(100_000), fc.double({ min: 0, max: 1e6, noNaN: true })), {
      minLength: 1,
      maxLength: 60,
    })
    .chain((list) => fc.tuple(fc.constant(list), fc.array(fc.nat(1_000_000), { minLength: list.length })))
    .map(([list, counts]) =>
      list.map((weight, index) => ({
        code: `M${String(index).padStart(3, '0')}`,
        weight,
        ...(index % 2 === 0 ? {} : { count: counts[index]! }),
      })),
    );
  const total = fc.integer({ min: 0, max: 1_000_000_000_000 });
  const bound = fc.option(fc.integer({ min: 0, max: 50_000_000_000 }), { nil: undefined });

  it('sums to the krona, within floor and cap, or says why not', () => {
    fc.assert(
      fc.property(total, weights, bound, bound, (sum, list, floor, cap) => {
        const { items, findings } = allocateByLargestRemainder({ total: sum, weights: list, floor, cap });
        if (findings.length > 0) return expect(items).toEqual([]);
        expect(items.reduce((all, { amount }) => all + BigInt(amount), 0n)).toBe(BigInt(sum));
        for (const { amount } of items) {
          expect(Number.isSafeInteger(amount)).toBe(true);
          expect(amount).toBeGreaterThanOrEqual(floor ?? 0);
          expect(amount).toBeLessThanOrEqual(cap ?? sum);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the heavier at least as much, and does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(total, weights, bound, bound, (sum, list, floor, cap) => {
        const { items } = allocateByLargestRemainder({ total: sum, weights: list, floor, cap });
        const exact = toExactWeights(items);
        const ranked = items
          .map(({ amount }, index) => ({ amount, weight: exact[index]! }))
          .sort((a, b) => (a.weight === b.weight ? a.amount - b.amount : a.weight < b.weight ? -1 : 1));
        ranked.slice(1).forEach((item, index) => {
          expect(item.amount).toBeGreaterThanOrEqual(ranked[index]!.amount);
        });
        const turned = allocateByLargestRemainder({ total: sum, weights: [...list].reverse(), floor, cap });
        expect(turned.items).toEqual(items);
      }),
    );
  });

  it('keeps proportions within a krona among those at neither bound', () => {
    const few = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 100_000 }), few, (sum, list) => {
        const asked = list.map((weight, index) => ({ code: `M${index}`, weight }));
        const [floor, cap] = [Math.floor(sum / list.length / 2), Math.ceil((sum / list.length) * 2)];
        const { items } = allocateByLargestRemainder({ total: sum, weights: asked, floor, cap });
        const free = items.filter(({ amount }) => amount > floor + 1 && amount < cap - 1);
        const factor =
          free.reduce((all, { amount }) => all + amount, 0) /
          free.reduce((all, { weight }) => all + weight, 0);
        for (const { amount, weight } of free) expect(Math.abs(amount - factor * weight)).toBeLessThan(2);
      }),
    );
  });
});
