import { describe, expect, it } from '@jest/globals';
import { addDays } from '../shared/local-date.js';
import {
  FIRST_RECORDED_HALF_YEAR,
  halfYearOf,
  isHalfYear,
  nextHalfYear,
  REFERENCE_RATES,
} from './reference-rates.js';

describe('halfYearOf', () => {
  it.each([
    ['2024-01-01', '2024-01-01'],
    ['2024-06-30', '2024-01-01'],
    ['2024-07-01', '2024-07-01'],
    ['2024-12-31', '2024-07-01'],
  ])('%s is in that of %s', (day, first) => expect(halfYearOf(day)).toBe(first));

  it.each([
    ['2024-01-01', '2024-07-01'],
    ['2023-06-30', '2023-07-01'],
    ['2023-07-01', '2024-01-01'],
    ['2023-12-31', '2024-01-01'],
  ])('after %s comes %s', (day, next) => expect(nextHalfYear(day)).toBe(next));

  it('knows its first days', () => {
    expect(['2024-01-01', '2024-07-01', '2024-01-02', '2024-04-01'].map(isHalfYear)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('REFERENCE_RATES', () => {
  it('has every half-year from the first to the last, once and in order', () => {
    expect(REFERENCE_RATES[0]).toMatchObject({ validFrom: '2002-07-01', hundredths: 450 });
    expect(REFERENCE_RATES).toHaveLength(43);
    for (const [index, { validFrom }] of REFERENCE_RATES.entries())
      if (index > 0) expect(validFrom).toBe(nextHalfYear(REFERENCE_RATES[index - 1]!.validFrom));
    expect(FIRST_RECORDED_HALF_YEAR).toBe('2024-01-01');
    expect(halfYearOf(addDays(FIRST_RECORDED_HALF_YEAR, -1))).toBe(REFERENCE_RATES.at(-1)!.validFrom);
  });

  it.each([
    ['2008-07-01', 450],
    ['2015-07-01', 0],
    ['2019-01-01', -50],
    ['2022-07-01', 50],
    ['2023-07-01', 350],
  ])('from %s it was %i hundredths', (validFrom, hundredths) =>
    expect(REFERENCE_RATES.find((rate) => rate.validFrom === validFrom)?.hundredths).toBe(hundredths),
  );

  it('is fixed in half percentage points, and each names where it was read', () => {
    for (const { hundredths, source } of REFERENCE_RATES) {
      expect(Math.abs(hundredths % 50)).toBe(0);
      expect(source).toContain('riksbank.se');
    }
  });
});
