import { budgetTable } from './budget-table.js';

describe('a budget to read', () => {
  const table = budgetTable({
    costs: [
      { year: 2028, amount: 300, kind: 'external', note: '' },
      { year: 2027, amount: 1_000, kind: 'personnel', note: '' },
      { year: 2027, amount: 200, kind: 'personnel', note: '' },
    ],
    requested: [
      { year: 2027, amount: 900 },
      { year: 2028, amount: 270 },
    ],
    coFinancing: [
      { year: 2027, amount: 300, source: 'own', funder: '' },
      { year: 2028, amount: 30, source: 'private', funder: 'X' },
    ],
  });

  it('has the years in order, and a row for each kind there is', () => {
    expect(table.years).toEqual([2027, 2028]);
    expect(table.costs).toEqual([
      { code: 'personnel', amounts: [1_200, 0], total: 1_200 },
      { code: 'external', amounts: [0, 300], total: 300 },
    ]);
    expect(table.coFinancing.map(({ code, amounts }) => [code, amounts])).toEqual([
      ['own', [300, 0]],
      ['private', [0, 30]],
    ]);
  });

  it('has the share of each year and of the total, rounded up', () => {
    expect(table.shares).toEqual(['75.00', '90.00', '78.00']);
  });

  it('is empty for an empty budget', () => {
    const empty = budgetTable({ costs: [], requested: [], coFinancing: [] });
    expect([empty.years, empty.costs, empty.shares]).toEqual([[], [], [null]]);
  });
});
