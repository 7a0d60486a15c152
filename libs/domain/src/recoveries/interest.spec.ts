import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, type LocalDate } from '../shared/local-date.js';
import { computeInterest } from './interest.js';
import type { Portion } from './instalment-plan.js';
import { halfYearOf, REFERENCE_RATES } from './reference-rates.js';

const portion = (dueOn: LocalDate, amount: number): Portion => ({ dueOn, amount });
const interest = (portions: Portion[], to: LocalDate, after: LocalDate | null = null) =>
  computeInterest({ portions, after, to, rates: REFERENCE_RATES });

describe('computeInterest', () => {
  it.each<[string, Portion[], LocalDate, LocalDate | null, number]>([
    ['nothing on the due day', [portion('2023-09-30', 365_000)], '2023-09-30', null, 0],
    // 365 000 × 11.5 % × 1 ÷ 365 = 115 kr a day.
    ['a day late', [portion('2023-09-30', 365_000)], '2023-10-01', null, 115],
    ['ten days late', [portion('2023-09-30', 365_000)], '2023-10-10', null, 1_150],
    [
      'days that are charged already are not charged again',
      [portion('2023-09-30', 365_000)],
      '2023-10-10',
      '2023-10-04',
      690,
    ],
    ['all days charged', [portion('2023-09-30', 365_000)], '2023-10-10', '2023-10-10', 0],
    // Nine days of 10.5 % and ten of 11.5 %: 9 × 105 + 10 × 115.
    ['over a new half-year', [portion('2023-06-21', 365_000)], '2023-07-10', null, 2_095],
    ['a negative reference rate lowers it', [portion('2018-03-01', 365_000)], '2018-03-11', null, 750],
    [
      'each portion from its own day',
      [portion('2023-09-30', 365_000), portion('2023-10-05', 365_000)],
      '2023-10-10',
      null,
      1_725,
    ],
    ['a portion that is not due yet bears none', [portion('2023-12-01', 365_000)], '2023-10-10', null, 0],
    ['a whole leap year is 366 days over 365', [portion('2020-01-01', 365_000)], '2021-01-01', null, 29_280],
    ['rounded down to whole kronor', [portion('2023-09-30', 1_000)], '2023-10-03', null, 0],
    ['nothing is owed on nothing', [], '2023-10-03', null, 0],
  ])('%s', (_, portions, to, after, expected) => {
    expect(interest(portions, to, after)).toMatchObject({ amount: expected, missing: null });
  });

  it('shows how it was reckoned', () => {
    expect(
      interest([portion('2023-06-21', 365_000), portion('2023-07-05', 100_000)], '2023-07-10').periods,
    ).toEqual([
      { from: '2023-06-22', to: '2023-06-30', days: 9, principal: 365_000, referenceRate: 250, rate: 1_050 },
      { from: '2023-07-01', to: '2023-07-05', days: 5, principal: 365_000, referenceRate: 350, rate: 1_150 },
      { from: '2023-07-06', to: '2023-07-10', days: 5, principal: 465_000, referenceRate: 350, rate: 1_150 },
    ]);
  });

  it('stops before a half-year whose rate is not recorded, and names it', () => {
    const found = interest([portion('2023-12-30', 365_000)], '2024-01-10');
    expect(found).toMatchObject({ amount: 115, missing: '2024-01-01' });
    expect(interest([portion('2024-02-01', 365_000)], '2024-02-02')).toEqual({
      amount: 0,
      periods: [],
      missing: '2024-01-01',
    });
  });

  it('is exact where floats are not', () => {
    const found = interest([portion('2023-09-30', 1_000_000_000_000)], '2023-12-31');
    expect(found.amount).toBe(Number((1_000_000_000_000n * 1_150n * 92n) / 3_650_000n));
  });

  const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2012-01-01', days));
  const portions = fc.array(fc.record({ dueOn: day, amount: fc.integer({ min: 0, max: 10_000_000 }) }), {
    maxLength: 6,
  });

  it('agrees with a sum over every single day', () => {
    fc.assert(
      fc.property(portions, day, fc.option(day), (owed, to, after) => {
        let sum = 0n;
        for (const { dueOn, amount } of owed)
          for (let late = addDays(dueOn, 1); late <= to; late = addDays(late, 1)) {
            if (after !== null && late <= after) continue;
            const { hundredths } = REFERENCE_RATES.find((rate) => rate.validFrom === halfYearOf(late))!;
            sum += BigInt(amount) * BigInt(hundredths + 800);
          }
        expect(interest(owed, to, after).amount).toBe(Number(sum / 3_650_000n));
      }),
      { numRuns: 30 },
    );
  });

  it('charged in two steps is the same to the krona that each step rounds away', () => {
    fc.assert(
      fc.property(portions, day, day, (owed, a, b) => {
        const [middle, to] = [a, b].sort() as [LocalDate, LocalDate];
        const parts = interest(owed, middle).amount + interest(owed, to, middle).amount;
        const difference = interest(owed, to).amount - parts;
        expect(difference === 0 || difference === 1).toBe(true);
      }),
    );
  });

  it('has periods that follow on one another and cover every late day', () => {
    fc.assert(
      fc.property(portions, day, (owed, to) => {
        const { periods } = interest(owed, to);
        const first = owed
          .filter((row) => row.amount > 0)
          .map((row) => addDays(row.dueOn, 1))
          .sort()[0];
        const late = first !== undefined && first <= to ? daysBetween(first, to) + 1 : 0;
        expect(periods.reduce((days, period) => days + period.days, 0)).toBe(late);
        for (const [index, period] of periods.entries()) {
          expect(period.days).toBe(daysBetween(period.from, period.to) + 1);
          if (index > 0) expect(period.from).toBe(addDays(periods[index - 1]!.to, 1));
        }
      }),
    );
  });
});
