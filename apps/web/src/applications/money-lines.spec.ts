import { addLine, changeLine, linesOf, removeLine, setAmount, yearsOf } from './money-lines.js';

const rows = [
  { kind: 'personnel', note: '', year: 2027, amount: 100 },
  { kind: 'external', note: '', year: 2027, amount: 50 },
  { kind: 'personnel', note: '', year: 2028, amount: 200 },
  { kind: 'personnel', note: '', year: 2028, amount: 7 },
];

describe('lines of money over the years', () => {
  it('gathers the years of one kind, wherever they stand', () => {
    expect(linesOf(rows).map(({ row, places }) => [row.kind, [...places]])).toEqual([
      [
        'personnel',
        [
          [2027, 0],
          [2028, 2],
        ],
      ],
      ['external', [[2027, 1]]],
      ['personnel', [[2028, 3]]],
    ]);
  });

  it('changes an amount where it stands, and adds a year that is not there', () => {
    const [personnel, external] = linesOf(rows);
    expect(setAmount(rows, personnel!, 2028, 250)[2]).toEqual({ ...rows[2], amount: 250 });
    expect(setAmount(rows, external!, 2028, 60).at(-1)).toEqual({ ...rows[1], year: 2028, amount: 60 });
  });

  it('changes and removes a whole line and nothing else', () => {
    const [personnel] = linesOf(rows);
    expect(changeLine(rows, personnel!, { note: 'löner' }).map((row) => row.note)).toEqual([
      'löner',
      '',
      'löner',
      '',
    ]);
    expect(removeLine(rows, personnel!)).toEqual([rows[1], rows[3]]);
  });

  it('begins a line with every year empty', () => {
    const added = addLine(rows, { kind: 'other', note: '' }, [2027, 2028]);
    expect(linesOf(added).at(-1)).toMatchObject({ row: { kind: 'other', amount: null } });
    expect(added).toHaveLength(6);
  });

  it('shows also a year that the call is not for', () => {
    expect(yearsOf(rows, [2028, 2029])).toEqual([2027, 2028, 2029]);
  });
});
