import { ceilingOf, financingOf } from './financing.js';

const RULES = [
  { kind: 'maxShareOfCosts', parameters: { percent: 90 } },
  { kind: 'maxAmount', parameters: { amount: 300_000, step: 'mapping' } },
  { kind: 'calendarYear', parameters: {} },
];

const budget = {
  costs: [
    { year: 2027, amount: 100_001, kind: 'personnel' as const, note: '' },
    { year: 2028, amount: 300_000, kind: 'personnel' as const, note: '' },
  ],
  requested: [
    { year: 2027, amount: 90_001 },
    { year: 2028, amount: 250_000 },
  ],
  coFinancing: [{ year: 2027, amount: 10_000, source: 'own' as const, funder: '' }],
};

describe('the plan for the money', () => {
  it('finds the limits of a wording that hold for the step', () => {
    expect(ceilingOf(RULES, 'mapping')).toEqual({ percent: 90, amount: 300_000 });
    expect(ceilingOf(RULES, 'measures')).toEqual({ percent: 90, amount: null });
    expect(ceilingOf([], null)).toEqual({ percent: null, amount: null });
  });

  it('tells share, what is left to the ceiling and what nobody pays, to the krona', () => {
    const { years, total } = financingOf(budget, [2027, 2028, 2029], { percent: 90, amount: null });
    expect(years.map(({ year, share, left, uncovered }) => [year, share, left, uncovered])).toEqual([
      [2027, '90.01', -1, 0],
      [2028, '83.34', 20_000, 50_000],
      [2029, null, 0, 0],
    ]);
    expect(total).toMatchObject({ requested: 340_001, maxRequested: 360_000, left: 19_999 });
  });

  it('holds an amount against all years together, and the lower of two limits', () => {
    const { years, total } = financingOf(budget, [], { percent: 90, amount: 300_000 });
    expect(years[1]!.maxRequested).toBe(270_000);
    expect(total).toMatchObject({ maxRequested: 300_000, left: -40_001 });
  });

  it('has no ceiling where the wording has none', () => {
    expect(financingOf(budget, [], { percent: null, amount: null }).total).toMatchObject({
      maxRequested: null,
      left: null,
    });
  });
});
