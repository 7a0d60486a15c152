import { drawnFrom, fundFor } from './draw.js';

const fund = (year: number, code = 'a') => ({
  id: `${code}${year}`,
  code,
  name: '',
  year,
  allocated: 1_000,
  available: 500,
  commitmentLimit: { allocated: 2_000, available: 100 },
});

describe('what a proposal draws on', () => {
  it.each([
    [[2027, 2028], 'a2027'],
    [[2029], 'a2028'],
    [[2026], undefined],
  ])('for %j is the latest appropriation not after the first year', (years, id) => {
    expect(fundFor([fund(2028), fund(2027), fund(2026, 'b')], 'a', years)?.id).toBe(id);
  });

  it('is the appropriation for its own year and the commitment limit for later ones', () => {
    const years = [
      { year: 2027, amount: 300 },
      { year: 2028, amount: 80 },
      { year: 2029, amount: 70 },
    ];
    expect(drawnFrom(fund(2027), years)).toEqual([
      { fund: 'appropriation', available: 500, drawn: 300, after: 200 },
      { fund: 'commitmentLimit', available: 100, drawn: 150, after: -50 },
    ]);
  });
});
