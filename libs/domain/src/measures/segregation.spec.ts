import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { AreaCounts } from './area-counts.js';
import { computeAtkinson } from './atkinson.js';
import { computeEntropy, computeInformationTheoryIndex, computeMutualInformation } from './entropy.js';
import { measures } from './definitions.js';
import {
  computeSegregation,
  multiGroupMeasures,
  twoGroupMeasures,
  type SegregationCode,
} from './segregation.js';

type Expected = number | null | undefined;
interface ExpectedValues {
  twoGroup?: { theilH?: Expected; atkinson: Record<string, Expected> } & Record<string, unknown>;
  multiGroup?: Record<string, Expected | string>;
}
interface Case {
  name: string;
  areas: AreaCounts;
  expected: ExpectedValues;
}

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../../test/reference/${file}`, import.meta.url), 'utf8')) as unknown;
const shared = read('segregation_cases.json') as {
  cases: { name: string; units: { counts: number[] }[]; expected: ExpectedValues }[];
};
const hard = read('hard_cases.json') as { cases: Case[] };
const cases: Case[] = [
  ...shared.cases.map(({ name, units, expected }) => ({
    name,
    areas: units.map(({ counts }) => counts),
    expected,
  })),
  ...hard.cases,
];

/** 10⁻⁹ relative. Where the exact answer is 0, an expected value made with floating-point numbers may miss it by little. */
function near(value: number | null, expected: Expected): boolean {
  if (value === null || expected === null || expected === undefined) return value === (expected ?? null);
  return Math.abs(value - expected) <= (value === 0 ? 1e-14 : 1e-9 * Math.abs(expected));
}
const differing = (pairs: [code: string, value: number | null, expected: Expected][]) =>
  pairs.filter(([, value, expected]) => !near(value, expected));

describe.each(cases)('$name', ({ areas, expected: { twoGroup, multiGroup } }) => {
  const theilH = multiGroup?.['informationTheoryIndex'] ?? multiGroup?.['theilH'];

  it('has the entropy, the information and the index expected', () =>
    expect(
      differing([
        ['entropy', computeEntropy(areas).value, multiGroup!['entropy'] as Expected],
        ['M', computeMutualInformation(areas).value, multiGroup!['mutualInformation'] as Expected],
        ['H', computeInformationTheoryIndex(areas).value, theilH as Expected],
      ]),
    ).toEqual([]));

  it('has the measures of two groups expected', () => {
    if (!twoGroup) return;
    const codes = Object.keys(twoGroupMeasures).filter((code) => code !== 'atkinson');
    expect(
      differing([
        ...codes.map((code): [string, number | null, Expected] => [
          code,
          twoGroupMeasures[code as keyof typeof twoGroupMeasures](areas).value,
          twoGroup[code] as Expected,
        ]),
        ...Object.entries(twoGroup.atkinson).map(([b, expected]): [string, number | null, Expected] => [
          `atkinson ${b}`,
          computeAtkinson(areas, Number(b)).value,
          expected,
        ]),
        [
          'H',
          computeInformationTheoryIndex(areas).value,
          'theilH' in twoGroup ? twoGroup.theilH : (theilH as Expected),
        ],
      ]),
    ).toEqual([]);
  });
});

describe('computeSegregation', () => {
  const codes = [...Object.keys(twoGroupMeasures), ...Object.keys(multiGroupMeasures)];

  it('gives every measure that the definitions say is computed', () => {
    const computed = measures.map(({ code }) => code).filter((code) => codes.includes(code));
    expect(computed.toSorted()).toEqual(codes.toSorted());
    expect(new Set(measures.map(({ code }) => code)).size).toBe(measures.length);
  });

  const undefinedFor = (areas: AreaCounts) =>
    Object.fromEntries(Object.entries(computeSegregation(areas)).map(([code, { reason }]) => [code, reason]));
  const all = (reason: string) => Object.fromEntries(codes.map((code) => [code, reason]));

  it.each<[string, AreaCounts, Partial<Record<SegregationCode, null>>, string]>([
    ['no areas', [], {}, 'noAreas'],
    [
      'empty areas',
      [
        [0, 0],
        [0, 0],
      ],
      {},
      'noInhabitants',
    ],
    [
      'the first group absent',
      [
        [0, 3],
        [0, 1],
      ],
      { entropy: null, mutualInformation: null },
      'groupAbsent',
    ],
    ['the second group absent', [[3, 0]], { entropy: null, mutualInformation: null }, 'groupAbsent'],
  ])('of %s has no value but a reason', (_, areas, valued, reason) => {
    const index = reason === 'groupAbsent' ? { informationTheoryIndex: 'oneGroupOnly' } : {};
    expect(undefinedFor(areas)).toEqual({ ...all(reason), ...index, ...valued });
  });

  it('of one group has neither diversity nor information, and no index', () => {
    const alone = [[5, 0], [3, 0]]; // prettier-ignore
    expect(computeEntropy(alone)).toEqual({ value: 0, reason: null });
    expect(computeMutualInformation(alone)).toEqual({ value: 0, reason: null });
    expect(computeInformationTheoryIndex([[5], [3]])).toEqual({ value: null, reason: 'oneGroupOnly' });
  });

  it('of one area is even', () =>
    expect(computeSegregation([[12, 88]])).toMatchObject({
      dissimilarity: { value: 0 },
      gini: { value: 0 },
      atkinson: { value: 0 },
      correlationRatio: { value: 0 },
      informationTheoryIndex: { value: 0 },
    }));

  it('takes three times as many areas as Sweden has, of up to a thousand million persons, in seconds', () => {
    const areas = Array.from({ length: 20_000 }, (_, i) => [
      (i * 7_919_317) % 1_000_000_007,
      (i * 104_729_331) % 1_000_000_007,
    ]);
    const before = process.cpuUsage();
    const results = computeSegregation(areas);
    // Time of this process alone, in microseconds: the machine may be busy. Pair by pair it would be 4 · 10⁸ steps.
    expect(process.cpuUsage(before).user).toBeLessThan(8_000_000);
    for (const { value } of Object.values(results)) expect(value).toBeGreaterThan(0);
  });
});
