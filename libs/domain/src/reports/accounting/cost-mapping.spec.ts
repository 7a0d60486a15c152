import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AccountingRow } from './accounting-row.js';
import { checkMapping, mapAccounting, type CostMapping } from './cost-mapping.js';

const mapping: CostMapping = {
  accounts: [
    { from: '50', to: '57', kind: 'personnel' },
    { from: '6011', to: '6020', kind: 'premises' },
  ],
  ignored: [{ from: '1', to: '3' }],
  only: [],
  objects: [],
};
let line = 0;
const row = (account: string, amount: number, changes: Partial<AccountingRow> = {}): AccountingRow => ({
  line: (line += 1),
  date: '2027-03-01',
  account,
  objects: [],
  amount,
  text: '',
  ...changes,
});
const map = (rows: AccountingRow[], changes: Partial<CostMapping> = {}, years = [2027]) =>
  mapAccounting(rows, { ...mapping, ...changes }, years);
const short = (mapped: ReturnType<typeof map>) =>
  mapped.sums.map(({ year, kind, amount }) => [year, kind, amount]);
const codes = (mapped: ReturnType<typeof map>) => mapped.findings.map(({ code }) => code);
const project = [{ dimension: '6', object: 'P1' }];

describe('mapAccounting', () => {
  it('adds öre up and drops what is left, once a sum', () => {
    const mapped = map([row('5010', 50), row('5799', 149), row('6015', 99), row('1930', -298)]);
    expect(short(mapped)).toEqual([
      [2027, 'personnel', 1],
      [2027, 'premises', 0],
    ]);
    expect(mapped.counts).toEqual({ rows: 4, counted: 3, ignored: 1, otherObject: 0 });
    expect(mapped.findings).toEqual([]);
  });

  it('takes only the rows of the project, and is silent about the others', () => {
    const only = [{ dimension: '6', object: 'P1' }];
    const rows = [
      row('5010', 100, { objects: project }),
      row('5010', 900),
      row('9999', 1, { date: '2020-01-01' }),
      row('5010', 900, { objects: [{ dimension: '1', object: 'P1' }] }),
    ];
    const mapped = map(rows, { only });
    expect([short(mapped), mapped.counts.otherObject, codes(mapped)]).toEqual([
      [[2027, 'personnel', 1]],
      3,
      [],
    ]);
    expect(short(map(rows, { only: [{ dimension: null, object: 'P1' }] }))).toEqual([
      [2027, 'personnel', 10],
    ]);
  });

  it('lets an object decide over the account', () =>
    expect(
      short(
        map([row('7777', 500, { objects: project })], { objects: [{ ...project[0]!, kind: 'overhead' }] }),
      ),
    ).toEqual([[2027, 'overhead', 5]]));

  it('tells of unknown accounts and other years by their lines, and counts neither', () => {
    const rows = [
      row('4010', 100),
      row('5010', 100, { date: '2026-12-31' }),
      row('1930', 5, { date: '2026-01-01' }),
    ];
    const mapped = map(rows);
    expect(mapped.findings).toMatchObject([
      { code: 'accountNotMapped', path: `file:${rows[0]!.line}`, data: { account: '4010' } },
      {
        code: 'accountedOutsideYears',
        path: `file:${rows[1]!.line}`,
        data: { date: '2026-12-31', reportYears: [2027] },
      },
    ]);
    expect(mapped.counts.counted).toBe(0);
  });

  it('tells of a sum below nought and of one that is too large', () => {
    expect(codes(map([row('5010', 100), row('5010', -101)]))).toEqual(['accountedSumNegative']);
    expect(codes(map([row('5010', 100_000_000_000_000), row('5010', 100)]))).toEqual([
      'accountedSumTooLarge',
    ]);
  });

  it('comes to the same in any order, and never to more than what is booked', () => {
    const any = fc.record({
      account: fc.constantFrom('5010', '5700', '6011', '1930'),
      amount: fc.integer({ min: -1e6, max: 1e8 }),
      date: fc.constantFrom('2027-01-01', '2028-12-31'),
    });
    fc.assert(
      fc.property(fc.array(any), (facts) => {
        const rows = facts.map(({ account, amount, date }) => row(account, amount, { date }));
        const mapped = map(rows, {}, [2027, 2028]);
        expect(map(rows.toReversed(), {}, [2027, 2028]).sums).toEqual(mapped.sums);
        for (const { ore, amount } of mapped.sums)
          expect(Math.abs(amount * 100)).toBeLessThanOrEqual(Math.abs(ore));
        const costs = rows
          .filter(({ account }) => account !== '1930')
          .reduce((sum, each) => sum + each.amount, 0);
        expect(mapped.sums.reduce((sum, { ore }) => sum + ore, 0)).toBe(costs);
      }),
    );
  });
});

describe('checkMapping', () => {
  it.each<[string, Partial<CostMapping>, string[]]>([
    ['nothing wrong', {}, []],
    ['backwards', { ignored: [{ from: '39', to: '30' }] }, ['mapping.ignored[0].to accountRangeBackwards']],
    [
      'an account of two kinds',
      { accounts: [...mapping.accounts, { from: '5799', to: '5801', kind: 'other' }] },
      ['mapping.accounts[2] accountRangeTwice'],
    ],
    ['ignored and not', { ignored: [{ from: '5', to: '5' }] }, ['mapping.ignored[0] accountRangeTwice']],
  ])('%s', (_, changes, expected) =>
    expect(checkMapping({ ...mapping, ...changes }).map(({ code, path }) => `${path} ${code}`)).toEqual(
      expected,
    ),
  );
});
