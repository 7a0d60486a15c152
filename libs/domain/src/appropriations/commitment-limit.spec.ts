import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkAppropriation, computeDraw } from './commitment-limit.js';

const years = [
  { year: 2027, amount: 300 },
  { year: 2028, amount: 200 },
  { year: 2029, amount: 100 },
];
const check = (appropriation: number, commitmentLimit: number) =>
  checkAppropriation({
    years,
    appropriation: { year: 2027, available: appropriation },
    commitmentLimit: { available: commitmentLimit },
  });

it('this year draws on the appropriation, later years on the commitment limit', () =>
  expect(computeDraw(years, 2027)).toEqual({ appropriation: 300, commitmentLimit: 300 }));

describe('checkAppropriation', () => {
  it.each([
    [300, 300, []],
    [299, 300, ['appropriation']],
    [300, 299, ['commitmentLimit']],
    [0, 0, ['appropriation', 'commitmentLimit']],
    [1_000_000, 299, ['commitmentLimit']],
  ])('with %i and %i available', (appropriation, limit, sources) =>
    expect(check(appropriation, limit).map(({ data }) => data.source)).toEqual(sources),
  );

  it('shows the balance and what is missing', () =>
    expect(check(299, 300)).toEqual([
      {
        code: 'budgetExceeded',
        outcome: 'notMet',
        citation: null,
        data: { source: 'appropriation', year: 2027, requested: 300, available: 299, missing: 1 },
      },
    ]));

  it('draws every krona once', () => {
    const row = fc.record({ year: fc.integer({ min: 2025, max: 2032 }), amount: fc.nat(1e9) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), fc.integer({ min: 2025, max: 2032 }), (rows, year) => {
        const draw = computeDraw(rows, year);
        const sum = rows.reduce((all, each) => all + each.amount, 0);
        expect(draw.appropriation + draw.commitmentLimit).toBe(sum);
      }),
    );
  });
});
