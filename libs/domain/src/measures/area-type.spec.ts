import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { computeAreaType12Share, type TypedArea } from './area-type-share.js';
import { computeAreaIndex, computeAreaTypes, DESCRIBED_BOUNDARIES, type AreaType } from './area-type.js';
import { InvalidMeasureInput } from './measure-result.js';

function readCsv(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../../../data/${file}`, import.meta.url), 'utf8');
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at]!, cell])));
}

describe('the share in area types 1 and 2', () => {
  it('of DeSO is the published proxy of all 290 municipalities', () => {
    const rows = readCsv('regso_2020_area_type_2022.csv');
    const areasOf = (municipality: string): TypedArea[] =>
      rows
        .filter((row) => row['municipality_code'] === municipality)
        .map((row) => ({
          areaType: row['area_type'] ? (Number(row['area_type']) as AreaType) : null,
          smallerAreas: Number(row['deso_count']),
        }));
    const published = readCsv('area_type_12_share_proxy_2022.csv');
    expect(published).toHaveLength(290);
    for (const row of published) {
      const { value, quality, of } = computeAreaType12Share(
        areasOf(row['municipality_code']!),
        'smallerAreas',
      );
      expect(quality).toBe('proxy');
      expect([of.inTypes, of.all]).toEqual([Number(row['deso_in_type_1_2']), Number(row['deso_total'])]);
      expect(Math.abs(value! - Number(row['share_proxy']))).toBeLessThanOrEqual(0.500_000_1e-6);
    }
  });

  const area = (areaType: AreaType | null, inhabitants: number | null, smallerAreas = 1): TypedArea => ({
    areaType,
    inhabitants,
    smallerAreas,
  });
  const mixed = [area(1, 100), area(2, 200), area(4, 500), area(null, 200)];

  it('of inhabitants is official, and an area without type counts among all', () =>
    expect(computeAreaType12Share(mixed, 'inhabitants')).toEqual({
      value: 0.3,
      reason: null,
      quality: 'official',
      of: { basis: 'inhabitants', areas: 4, inTypes: 300, all: 1000, withoutType: 200 },
    }));

  it('of the same areas by count is another, and a proxy', () =>
    expect(computeAreaType12Share(mixed, 'smallerAreas')).toMatchObject({ value: 0.5, quality: 'proxy' }));

  it.each<[string, TypedArea[]]>([
    ['noAreas', []],
    ['noAreaTypes', [area(null, 5)]],
    ['countMissing', [area(1, 5), area(5, null)]],
    ['countMissing', [{ areaType: 1 }]],
    ['nothingToShare', [area(1, 0), area(3, 0)]],
  ])('is null for %s', (reason, areas) =>
    expect(computeAreaType12Share(areas, 'inhabitants')).toMatchObject({ value: null, reason }),
  );

  it.each<[string, TypedArea]>([
    ['countInvalid', area(1, -1)],
    ['countInvalid', area(1, 1.5)],
    ['areaTypeInvalid', area(6 as AreaType, 1)],
  ])('refuses %s', (code, wrong) =>
    expect(() => computeAreaType12Share([wrong], 'inhabitants')).toThrow(code),
  );
});

describe('the index of an area', () => {
  const conditions = { preSecondaryEducation: 30, lowEconomicStandard: 45, assistanceOrUnemployment: 15 };
  it('is the mean of its three shares', () =>
    expect(computeAreaIndex(conditions)).toEqual({ value: 30, reason: null }));
  it('is null where one is missing', () =>
    expect(computeAreaIndex({ ...conditions, lowEconomicStandard: null })).toEqual({
      value: null,
      reason: 'noValue',
    }));
  it.each([-1, 101, NaN])('refuses %d percent', (lowEconomicStandard) =>
    expect(() => computeAreaIndex({ ...conditions, lowEconomicStandard })).toThrow(InvalidMeasureInput),
  );
});

describe('area types', () => {
  const types = (indices: (number | null)[], boundaries = DESCRIBED_BOUNDARIES) =>
    computeAreaTypes(indices, boundaries).map(({ areaType, reason }) => areaType ?? reason);

  // Mean 5, population deviation 2.
  it('follow the boundaries, exactly on one included', () =>
    expect(types([2, 4, 4, 4, 5, 5, 7, 9])).toEqual([5, 4, 4, 4, 3, 3, 2, 1]));
  it('follow other boundaries when told', () =>
    expect(
      types([2, 4, 4, 4, 5, 5, 7, 9], { ...DESCRIBED_BOUNDARIES, standardDeviations: [3, 2, 1, 0] }),
    ).toEqual([5, 5, 5, 5, 4, 4, 3, 2]));
  it('are null without index, and where all are alike', () => {
    expect(types([2, null, 4])).toEqual([4, 'noValue', 2]);
    expect(types([3, 3, null])).toEqual(['noSpread', 'noSpread', 'noValue']);
    expect(types([])).toEqual([]);
  });
  it('refuse boundaries that do not fall', () =>
    expect(() => types([1, 2], { ...DESCRIBED_BOUNDARIES, standardDeviations: [2, 1, 1, 0] })).toThrow(
      'boundariesInvalid',
    ));
  it('refuse an index that is none', () => expect(() => types([1, NaN])).toThrow('valueNotFinite'));
});
