import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidMeasureInput } from './measure-result.js';
import { computeTrend, type YearValue } from './trend.js';

const trend = (values: Record<number, number | null>) =>
  computeTrend(Object.entries(values).map(([year, value]) => ({ year: Number(year), value })));
/** Each year as value, index, change and change in percent: the figure, or the reason why there is none. */
const told = (values: Record<number, number | null>) =>
  trend(values).map(({ year, value, index, change, changePercent }) => [
    year,
    ...[value, index, change, changePercent].map((each) => each.value ?? each.reason),
  ]);
const gap = ['noValue', 'noValue', 'noValue', 'noValue'];

it('is 100 at the first year and changes from year to year', () =>
  expect(told({ 2020: 4, 2021: 5, 2022: 4.5 })).toEqual([
    [2020, 4, 100, 'noEarlierValue', 'noEarlierValue'],
    [2021, 5, 125, 1, 25],
    [2022, 4.5, 112.5, -0.5, -10],
  ]));

it('begins at the first year that has a value, and bridges no gap', () =>
  expect(told({ 2018: null, 2019: 2, 2020: null, 2022: 3 })).toEqual([
    [2018, ...gap],
    [2019, 2, 100, 'noEarlierValue', 'noEarlierValue'],
    [2020, ...gap],
    [2021, ...gap],
    [2022, 3, 150, 'noEarlierValue', 'noEarlierValue'],
  ]));

it('knows no change from a year that is not given at all', () =>
  expect(told({ 2019: 2, 2021: 3 })).toEqual([
    [2019, 2, 100, 'noEarlierValue', 'noEarlierValue'],
    [2020, ...gap],
    [2021, 3, 150, 'noEarlierValue', 'noEarlierValue'],
  ]));

it('has no index from zero, and no percentage of zero', () =>
  expect(told({ 2020: 0, 2021: 2, 2022: 0 })).toEqual([
    [2020, 0, 'zeroBase', 'noEarlierValue', 'noEarlierValue'],
    [2021, 2, 'zeroBase', 2, 'zeroBase'],
    [2022, 0, 'zeroBase', -2, -100],
  ]));

it('has no index from a negative value', () =>
  expect(told({ 2020: -2, 2021: 2 })).toEqual([
    [2020, -2, 'negativeBase', 'noEarlierValue', 'noEarlierValue'],
    [2021, 2, 'negativeBase', 4, 'negativeBase'],
  ]));

it('of nothing is nothing, and of gaps only gaps', () => {
  expect(computeTrend([])).toEqual([]);
  expect(told({ 2020: null })).toEqual([[2020, ...gap]]);
});

it('is never anything but finite, whatever the order of the years', () => {
  const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
  const years = fc.dictionary(fc.integer({ min: 1990, max: 2030 }).map(String), value);
  fc.assert(
    fc.property(years, (values) => {
      const points = trend(values);
      const given = Object.entries(values).map(([year, each]) => ({ year: Number(year), value: each }));
      expect(computeTrend(given.toReversed())).toEqual(points);
      for (const { value: own, index, change, changePercent } of points)
        for (const each of [own, index, change, changePercent])
          expect(each.value === null ? each.reason !== null : Number.isFinite(each.value)).toBe(true);
    }),
  );
});

it.each<[string, YearValue[]]>([
  [
    'yearTwice',
    [
      { year: 2020, value: 1 },
      { year: 2020, value: 1 },
    ],
  ],
  ['yearInvalid', [{ year: 2020.5, value: 1 }]],
  ['valueNotFinite', [{ year: 2020, value: NaN }]],
])('refuses %s', (code, values) => {
  expect(() => computeTrend(values)).toThrow(InvalidMeasureInput);
  expect(() => computeTrend(values)).toThrow(code);
});
