import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumKronor } from '../shared/money.js';
import { checkPlan, computePortions, type Portion } from './instalment-plan.js';

const today = '2027-03-01';
const plan = (...rows: [string, number][]): Portion[] => rows.map(([dueOn, amount]) => ({ dueOn, amount }));
const codes = (rows: Portion[], principal = 100) =>
  checkPlan(rows, { principal, today }).map(({ code, path }) => `${code} ${path}`);

describe('checkPlan', () => {
  it('takes portions that sum to what is left, one after another', () =>
    expect(codes(plan(['2027-03-01', 40], ['2027-04-01', 60]))).toEqual([]));

  it.each<[string, Portion[], string[]]>([
    ['too little', plan(['2027-04-01', 99]), ['planSum instalments']],
    ['too much', plan(['2027-04-01', 101]), ['planSum instalments']],
    ['a day that has been', plan(['2027-02-28', 100]), ['planInThePast instalments[0].dueOn']],
    ['the same day twice', plan(['2027-04-01', 50], ['2027-04-01', 50]), ['planOrder instalments[1].dueOn']],
    [
      'a portion of nothing',
      plan(['2027-04-01', 0], ['2027-05-01', 100]),
      ['planPortionEmpty instalments[0].amount'],
    ],
    [
      'all of it at once',
      plan(['2027-04-01', 0], ['2027-02-01', 50]),
      [
        'planSum instalments',
        'planPortionEmpty instalments[0].amount',
        'planInThePast instalments[1].dueOn',
        'planOrder instalments[1].dueOn',
      ],
    ],
  ])('refuses %s', (_, rows, expected) => expect(codes(rows)).toEqual(expected));
});

describe('computePortions', () => {
  const whole = plan(['2027-04-01', 40], ['2027-05-01', 30], ['2027-06-01', 30]);
  it.each<[number, Portion[]]>([
    [100, whole],
    [99, plan(['2027-04-01', 39], ['2027-05-01', 30], ['2027-06-01', 30])],
    [60, plan(['2027-05-01', 30], ['2027-06-01', 30])],
    [35, plan(['2027-05-01', 5], ['2027-06-01', 30])],
    [0, []],
  ])('with %i kr left, the oldest are paid first', (principal, expected) =>
    expect(computePortions(whole, principal)).toEqual(expected),
  );

  it('always sums to what is left', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (parts, share) => {
        const rows = parts.map((amount, index) => ({
          dueOn: `2027-04-${String(index + 1).padStart(2, '0')}`,
          amount,
        }));
        const left = Math.floor(sumKronor(parts) * share);
        expect(sumKronor(computePortions(rows, left).map((row) => row.amount))).toBe(left);
      }),
    );
  });
});
