import { editOf, plannedBeside, sumOf } from './report-content.js';

const cost = (year: number, amount: number, kind: 'personnel' | 'other' = 'personnel') => ({
  year,
  amount,
  kind,
  note: '',
});

describe('the content of a report that is written', () => {
  it('is sent with an unmade choice as none and a cleared sum as nothing', () => {
    const activity = { status: '' as never, result: '', reach: null, areaCodes: [] };
    expect(editOf({ activities: [activity] })).toEqual({ activities: [{ ...activity, status: null }] });
    const typed = { ...cost(2026, null as never), year: '2026' as never };
    expect(editOf({ costs: [typed] })).toEqual({ costs: [cost(2026, 0)] });
  });

  it('sends a sum that is none as it was typed, for the server to say what is wrong', () => {
    expect(editOf({ costs: [cost(2026, 'tolv' as never)] }).costs![0]!.amount).toBe('tolv');
  });

  it('is summed by year', () => {
    expect(sumOf([cost(2026, 100), cost(2026, 'x' as never), cost(2027, 5)], 2026)).toBe(100);
  });

  it('has the plan beside the first row of its kind only', () => {
    const rows = [cost(2026, 1), cost(2026, 2), cost(2026, 3, 'other')];
    const isSame = (one: { kind: string }, other: { kind: string }) => one.kind === other.kind;
    expect(rows.map((_, at) => plannedBeside(rows, at, isSame, 50))).toEqual([50, undefined, 50]);
  });
});
