import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AreaCounts } from './area-counts.js';
import { computeAtkinson } from './atkinson.js';
import { computeDissimilarity } from './dissimilarity.js';
import { computeEntropy, computeMutualInformation } from './entropy.js';
import { computeCorrelationRatio, computeExposure, computeIsolation } from './exposure.js';
import { computeGini } from './gini.js';
import { computeSegregation, type SegregationResults } from './segregation.js';

const count = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10 ** 9 }));
const pairs = fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 25 });
const many = fc
  .integer({ min: 2, max: 5 })
  .chain((groups) =>
    fc.array(fc.array(count, { minLength: groups, maxLength: groups }), { minLength: 1, maxLength: 15 }),
  );

const compute = (areas: AreaCounts): SegregationResults =>
  computeSegregation(
    areas,
    areas.map(([x, y]) => [x!, y!]),
  );

function expectAlike(
  some: SegregationResults,
  others: SegregationResults,
  but: readonly string[] = [],
): void {
  for (const [code, { value, reason }] of Object.entries(some)) {
    if (but.includes(code)) continue;
    const other = others[code as keyof SegregationResults];
    expect([code, other.reason]).toEqual([code, reason]);
    if (value !== null) expect(Math.abs(value - other.value!)).toBeLessThanOrEqual(1e-11 * Math.abs(value));
  }
}

describe('every measure', () => {
  it('is finite and within its range, or null with a reason', () =>
    fc.assert(
      fc.property(many, (areas) => {
        const results = compute(areas);
        const entropy = results.entropy.value;
        for (const [code, { value, reason }] of Object.entries(results)) {
          expect(value === null).toBe(reason !== null);
          if (value === null) continue;
          const most =
            code === 'entropy' ? Math.log(areas[0]!.length) : code === 'mutualInformation' ? entropy! : 1;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(most * (1 + 1e-14));
          expect(Object.is(value, -0)).toBe(false);
        }
      }),
    ));

  it('does not depend on the order of the areas', () =>
    fc.assert(fc.property(many, (areas) => expectAlike(compute(areas), compute(areas.toReversed())))));

  it('does not notice empty areas', () =>
    fc.assert(
      fc.property(many, (areas) => {
        const empty = areas[0]!.map(() => 0);
        const withEmpty = compute([empty, ...areas, empty]);
        expectAlike(compute(areas), withEmpty);
      }),
    ));

  it('does not notice that an area is split into parts of the same composition', () =>
    fc.assert(
      fc.property(many, fc.integer({ min: 2, max: 5 }), (areas, parts) => {
        const whole = areas.map((counts) => counts.map((each) => each * parts));
        expectAlike(
          compute(whole),
          compute([...whole.slice(1), ...Array<number[]>(parts).fill([...areas[0]!])]),
        );
      }),
    ));

  it('does not depend on the size of the population', () =>
    fc.assert(
      fc.property(many, fc.integer({ min: 2, max: 1000 }), (areas, factor) =>
        expectAlike(compute(areas), compute(areas.map((counts) => counts.map((each) => each * factor)))),
      ),
    ));

  it('but those of one group seen from the other does not depend on the order of the groups', () =>
    fc.assert(
      fc.property(pairs, (areas) =>
        expectAlike(compute(areas), compute(areas.map(([x, y]) => [y, x])), ['isolation', 'exposure']),
      ),
    ));
});

/** An exact fraction, rounded once: what the formula says, term by term. */
const ratio = (numerator: bigint, denominator: bigint) =>
  Number((numerator * 10n ** 40n) / denominator) / 1e40;
const sum = <T>(items: readonly T[], term: (item: T) => bigint) =>
  items.reduce((all, item) => all + term(item), 0n);
const abs = (value: bigint) => (value < 0n ? -value : value);

describe('exact arithmetic agrees with', () => {
  const both = pairs.filter((areas) => areas.some(([x]) => x > 0) && areas.some(([, y]) => y > 0));
  const expectNear = (value: number | null, exact: number) =>
    expect(Math.abs(value! - exact)).toBeLessThanOrEqual(1e-13 * exact);

  it('dissimilarity, and Gini taken pair by pair', () =>
    fc.assert(
      fc.property(both, (areas) => {
        const rows = areas.map(([x, y]) => [BigInt(x), BigInt(y)] as const);
        const [X, Y] = [sum(rows, ([x]) => x), sum(rows, ([, y]) => y)];
        const apart = sum(rows, ([x, y]) => abs(x * Y - y * X));
        expectNear(computeDissimilarity(areas).value, ratio(apart, 2n * X * Y));
        const differences = sum(rows, ([x, y]) => sum(rows, ([x2, y2]) => abs(x * y2 - x2 * y)));
        expectNear(computeGini(areas).value, ratio(differences, 2n * X * Y));
      }),
    ));

  it('the identity of isolation, exposure and correlation ratio', () =>
    fc.assert(
      fc.property(both, (areas) => {
        const isolation = computeIsolation(areas).value!;
        expect(isolation + computeExposure(areas).value!).toBeCloseTo(1, 12);
        const [x, total] = areas.reduce(([a, b], [c, d]) => [a + c, b + c + d], [0, 0]);
        const rest = 1 - x / total;
        expect(computeCorrelationRatio(areas).value! * rest).toBeCloseTo(isolation - x / total, 12);
      }),
    ));
});

describe('moving a person of x to where x is a smaller part', () => {
  /** So few that one person is more than the last digit of a floating-point number. */
  const few = fc.integer({ min: 0, max: 40 });
  /** Two areas of which the first has the larger part x, and x moves from the first to the second. */
  const transfer = fc
    .tuple(few, few, few, few, fc.array(fc.tuple(few, few), { maxLength: 25 }))
    .map(([x, y, x2, y2, others]) => ({
      before: [[x, y], [x2, y2], ...others],
      after: [[x - 1, y], [x2 + 1, y2], ...others],
    }))
    .filter(({ after }) => {
      const [[x, y], [x2, y2]] = after as [[number, number], [number, number]];
      // The first area has no smaller part of x afterwards, so that the move never overshoots.
      return x * y2 >= x2 * y && x > 0 && y > 0 && y2 > 0;
    });

  it('never raises dissimilarity, and lowers Gini and Atkinson', () =>
    fc.assert(
      fc.property(transfer, fc.constantFrom(0.1, 0.5, 0.9), ({ before, after }, b) => {
        const slack = 1 + 1e-12;
        expect(computeDissimilarity(after).value).toBeLessThanOrEqual(
          computeDissimilarity(before).value! * slack,
        );
        expect(computeGini(after).value).toBeLessThan(computeGini(before).value!);
        expect(computeAtkinson(after, b).value).toBeLessThan(computeAtkinson(before, b).value!);
      }),
    ));
});

it('mutual information over districts and the mean within them add up', () =>
  fc.assert(
    fc.property(many, many, (one, two) => {
      const groups = Math.min(one[0]!.length, two[0]!.length);
      const districts = [one, two].map((areas) => areas.map((counts) => counts.slice(0, groups)));
      const totals = districts.map((areas) => areas[0]!.map((_, g) => areas.reduce((s, a) => s + a[g]!, 0)));
      const sizes = totals.map((counts) => counts.reduce((a, b) => a + b, 0));
      if (sizes.some((size) => size === 0)) return;
      const within = districts.reduce(
        (all, areas, i) =>
          all + (sizes[i]! / (sizes[0]! + sizes[1]!)) * computeMutualInformation(areas).value!,
        0,
      );
      const whole = computeMutualInformation(districts.flat()).value!;
      expect(computeMutualInformation(totals).value! + within).toBeCloseTo(whole, 12);
      expect(whole).toBeLessThanOrEqual(computeEntropy(districts.flat()).value! * (1 + 1e-14));
    }),
  ));

it('Atkinson stays within 0–1 and finite however near b is to 0 or 1', () =>
  fc.assert(
    fc.property(
      pairs,
      fc.constantFrom(Number.MIN_VALUE, 1e-300, 1e-12, 1 - 1e-12, 1 - 2 ** -53),
      (areas, b) => {
        const { value, reason } = computeAtkinson(areas, b);
        if (reason === null) expect(value >= 0 && value <= 1).toBe(true);
      },
    ),
  ));
