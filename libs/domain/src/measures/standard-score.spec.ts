import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  computeDistribution,
  computeThreshold,
  computeWeightedDistribution,
  computeZScore,
  meetsThreshold,
} from './standard-score.js';

describe('computeDistribution', () => {
  it('is the textbook example: mean 5, population deviation 2', () =>
    expect(computeDistribution([2, 4, 4, 4, 5, 5, 7, 9], 'population')).toEqual({
      mean: 5,
      standardDeviation: 2,
      n: 8,
    }));

  it('divides by n − 1 for a sample', () =>
    expect(computeDistribution([2, 4, 4, 4, 5, 5, 7, 9], 'sample')!.standardDeviation).toBeCloseTo(
      Math.sqrt(32 / 7),
      14,
    ));

  it.each([
    [[], 'population'],
    [[], 'sample'],
    [[3], 'sample'],
  ] as const)('of %p (%s) is undefined', (values, deviation) =>
    expect(computeDistribution(values, deviation)).toBeNull(),
  );

  it('has no spread where all values are equal, whatever rounding says', () =>
    expect(computeDistribution(Array<number>(290).fill(0.1), 'population')!.standardDeviation).toBe(0));

  it('does not depend on the order of the rows', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 290 });
    fc.assert(
      fc.property(values, (list) => {
        const reversed = computeDistribution([...list].reverse(), 'population');
        expect(reversed).toEqual(computeDistribution(list, 'population'));
      }),
    );
  });
});

describe('computeWeightedDistribution', () => {
  const weighted = (...pairs: [value: number, weight: number][]) =>
    pairs.map(([value, weight]) => ({ value, weight }));

  it('is the distribution over inhabitants', () => {
    const values = weighted([2, 1], [4, 3], [5, 2], [7, 1], [9, 1]);
    expect(computeWeightedDistribution(values, 'population')).toEqual({
      mean: 5,
      standardDeviation: 2,
      n: 5,
    });
    expect(computeWeightedDistribution(values, 'sample')!.standardDeviation).toBeCloseTo(
      Math.sqrt(32 / 7),
      14,
    );
  });

  it('counts each person as if listed by themselves', () => {
    const person = fc.record({
      value: fc.integer({ min: 0, max: 100 }),
      weight: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(person), fc.constantFrom('population', 'sample'), (values, deviation) => {
        const persons = values.flatMap(({ value, weight }) => Array<number>(weight).fill(value));
        const expected = computeDistribution(persons, deviation);
        const distribution = computeWeightedDistribution(values.toReversed(), deviation);
        expect(distribution === null).toBe(expected === null);
        if (!distribution || !expected) return;
        expect(distribution.mean).toBeCloseTo(expected.mean, 11);
        expect(distribution.standardDeviation).toBeCloseTo(expected.standardDeviation, 11);
        expect(computeWeightedDistribution(values, deviation)).toEqual(distribution);
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const row = fc.record({ value: fc.oneof(share, fc.constantFrom(0.1, 0.7)), weight: share });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) =>
        expect(computeWeightedDistribution(rows.toReversed(), 'population')).toEqual(
          computeWeightedDistribution(rows, 'population'),
        ),
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    [weighted(), 'population'],
    [weighted([3, 0]), 'population'],
    [weighted([3, 1]), 'sample'],
  ] as const)('of %j (%s) is undefined', (values, deviation) =>
    expect(computeWeightedDistribution(values, deviation)).toBeNull(),
  );

  it('has no spread where all values are equal, whatever rounding says', () =>
    expect(computeWeightedDistribution(weighted([0.1, 3], [0.1, 7]), 'population')).toEqual({
      mean: 0.1,
      standardDeviation: 0,
      n: 2,
    }));

  it.each([-1, NaN, Infinity])('refuses the weight %d', (weight) =>
    expect(() => computeWeightedDistribution(weighted([1, weight]), 'population')).toThrow('weightInvalid'),
  );
});

describe('computeZScore', () => {
  it('counts standard deviations from the mean', () => {
    const distribution = { mean: 5, standardDeviation: 2, n: 8 };
    expect(computeZScore(9, distribution)).toBe(2);
    expect(computeZScore(4, distribution)).toBe(-0.5);
  });
  it('is undefined without spread', () =>
    expect(computeZScore(5, { mean: 5, standardDeviation: 0, n: 3 })).toBeNull());
});

describe('meetsThreshold', () => {
  const distribution = { mean: 5, standardDeviation: 2, n: 8 };

  it.each([
    [8, 1.5, true],
    [7.999_999_9, 1.5, false],
    [7, 1, true],
    [6.999_999_9, 1, false],
    [5, 0, true],
  ])('%d at %d standard deviations: %p', (value, k, expected) =>
    expect(meetsThreshold(value, distribution, k)).toBe(expected),
  );

  it('is met exactly on a threshold that rounding puts a hair above the value', () => {
    // Mathematically 0.1 + 1 × 0.2 = 0.3; in floating point 0.30000000000000004.
    const shares = { mean: 0.1, standardDeviation: 0.2, n: 4 };
    expect(computeThreshold(shares, 1)).toBeGreaterThan(0.3);
    expect(meetsThreshold(0.3, shares, 1)).toBe(true);
    expect(meetsThreshold(0.299_999_999, shares, 1)).toBe(false);
  });

  it('is met at the value that is the threshold, and not a millionth below it', () => {
    const value = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), fc.constantFrom(1, 1.5, 2), (list, k) => {
        const spread = computeDistribution(list, 'population')!;
        const threshold = computeThreshold(spread, k);
        expect(meetsThreshold(threshold, spread, k)).toBe(true);
        expect(meetsThreshold(threshold * (1 - 1e-6), spread, k)).toBe(false);
      }),
    );
  });

  it('is monotone: a higher value never loses what a lower one has', () => {
    const value = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        if (meetsThreshold(low, distribution, 1.5))
          expect(meetsThreshold(high, distribution, 1.5)).toBe(true);
      }),
    );
  });
});
