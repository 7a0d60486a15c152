import { describe, expect, it } from '@jest/globals';
import { fundEffects, grantedOf, yearSums } from './sums.js';

const balances = (available: number, reserved: number, committed: number) => ({
  allocated: available + reserved + committed,
  available,
  reserved,
  committed,
  paid: 0,
  returned: 0,
});
const row = (year: number, amount: number) => ({
  id: String(year),
  year,
  amount,
  status: 'conditional' as const,
  lapseReason: null,
});

describe('the sums of a decision', () => {
  it('sets what is granted beside what was applied for, also where one of them is missing', () => {
    const rows = yearSums({
      requested: [
        { year: 2028, amount: 500 },
        { year: 2027, amount: 400 },
      ],
      years: [row(2027, 300), row(2029, 100)],
    });
    expect(
      rows.map(({ year, requested, granted, deviation }) => [year, requested, granted, deviation]),
    ).toEqual([
      [2027, 400, 300, -100],
      [2028, 500, null, -500],
      [2029, null, 100, 100],
    ]);
  });

  it('grants nothing for a year that lapsed', () => {
    expect(grantedOf([row(2027, 300), { ...row(2028, 200), status: 'lapsed' }])).toBe(300);
  });

  it('turns what a proposal reserved into what is committed, in the fund of each year', () => {
    const appropriation = { ...balances(60, 40, 0), year: 2027, commitmentLimit: balances(70, 30, 0) };
    const effects = fundEffects(appropriation, { years: [row(2027, 40), row(2028, 30)], difference: null });
    expect(
      effects.map(({ fund, change, after }) => [
        fund,
        change,
        after.reserved,
        after.committed,
        after.available,
      ]),
    ).toEqual([
      ['appropriation', 40, 0, 40, 60],
      ['commitmentLimit', 30, 0, 30, 70],
    ]);
  });

  it('lets go of what an amendment takes away, and moves nothing that it leaves', () => {
    const appropriation = { ...balances(60, 0, 40), year: 2027, commitmentLimit: balances(70, 0, 30) };
    const years = [
      { year: 2027, before: 40, after: 40, change: 0 },
      { year: 2028, before: 30, after: 10, change: -20 },
    ];
    const difference = {
      years,
      total: { before: 70, after: 50, change: -20 },
      conditions: { added: [], removed: [] },
      reportsDue: { added: [], removed: [] },
      instalments: [],
      plan: false,
    };
    const effects = fundEffects(appropriation, { years: [row(2027, 40), row(2028, 10)], difference });
    expect(
      effects.map(({ fund, change, after }) => [fund, change, after.committed, after.available]),
    ).toEqual([['commitmentLimit', -20, 10, 90]]);
  });
});
