import { describe, expect, it } from '@jest/globals';
import { againstRest, pairOf, type AreaCounts } from './area-counts.js';
import { computeAtkinson } from './atkinson.js';
import { compareProducts, crossDifference, sumPrecisely } from './exact-arithmetic.js';
import { InvalidMeasureInput } from './measure-result.js';
import { computeSegregation } from './segregation.js';

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof InvalidMeasureInput) return error.code;
    throw error;
  }
}

describe('what are no counts', () => {
  it.each<[string, AreaCounts, string]>([
    ['a negative count', [[1, -1]], 'countInvalid'],
    ['a fraction', [[1, 0.5]], 'countInvalid'],
    ['NaN', [[1, NaN]], 'countInvalid'],
    ['infinity', [[Infinity, 1]], 'countInvalid'],
    ['a count too large to be exact', [[2 ** 53, 1]], 'countInvalid'],
    ['a text', [['1' as unknown as number, 1]], 'countInvalid'],
    ['a gap', [[1, undefined as unknown as number]], 'countInvalid'],
    ['areas of different groups', [[1, 2], [1]], 'groupsDiffer'],
    ['a sum too large to be exact', [[2 ** 52, 2 ** 52]], 'countsTooLarge'],
    ['three groups where two are compared', [[1, 2, 3]], 'notTwoGroups'],
    ['no groups', [[]], 'notTwoGroups'],
  ])('%s is refused', (_, areas, code) => expect(codeOf(() => computeSegregation(areas))).toBe(code));

  it('are told with their place', () =>
    expect(() => computeSegregation([[1, 2], [3, -4]])).toThrow('countInvalid: {"area":1,"group":1,"count":"-4"}')); // prettier-ignore

  it.each([0, 1, -0.5, 1.5, NaN, Infinity])('nor is %d a parameter of Atkinson', (b) =>
    expect(codeOf(() => computeAtkinson([[1, 2]], b))).toBe('parameterOutOfRange'),
  );
});

describe('two groups out of many', () => {
  const areas = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  it('are two columns', () => expect(pairOf(areas, 2, 0)).toEqual([[3, 1], [6, 4]])); // prettier-ignore
  it('or one and the rest', () => expect(againstRest(areas, 1)).toEqual([[2, 4], [5, 10]])); // prettier-ignore
  it('are none of no areas', () => expect([pairOf([], 0, 1), againstRest([], 0)]).toEqual([[], []]));
  it.each([
    [0, 3],
    [-1, 0],
    [0.5, 0],
  ])('are refused where there is no group %d or %d', (x, y) =>
    expect(codeOf(() => pairOf(areas, x, y))).toBe('noSuchGroup'),
  );
  it('are not one group twice', () => expect(codeOf(() => pairOf(areas, 1, 1))).toBe('notTwoGroups'));
});

describe('exact arithmetic', () => {
  it('keeps what addition drops', () => {
    expect(sumPrecisely([1, 1e100, 1, -1e100])).toBe(2);
    expect(sumPrecisely(Array<number>(10).fill(0.1))).toBe(1);
    expect(sumPrecisely([])).toBe(0);
  });
  it('tells near products apart', () => {
    const large = 3_000_000_000;
    expect(crossDifference(large + 1, large - 1, large, large)).toBe(-1);
    expect(compareProducts(large + 1, large - 1, large, large)).toBe(-1);
    expect(compareProducts(large, large, large, large)).toBe(0);
    expect(compareProducts(large, large, large, 1)).toBeGreaterThan(0);
  });
});
