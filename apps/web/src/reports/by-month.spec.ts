import { byMonth } from './by-month.js';

const report = (status: string, dueOn: string, isOverdue = false) => ({ status, dueOn, isOverdue });

describe('reports as a calendar', () => {
  it('has what is late first and what is done last, by month between', () => {
    const groups = byMonth([
      report('approved', '2026-02-27'),
      report('submitted', '2026-02-28'),
      report('completionRequested', '2026-09-30', true),
      report('open', '2027-02-26'),
      report('open', '2026-12-01'),
      report('upcoming', '2027-02-28'),
    ]);
    expect(groups.map(({ key, rows }) => [key, rows.length])).toEqual([
      ['overdue', 1],
      ['read', 1],
      ['2026-12', 1],
      ['2027-02', 2],
      ['done', 1],
    ]);
  });

  it('has no months without reports', () => {
    expect(byMonth([])).toEqual([]);
  });
});
