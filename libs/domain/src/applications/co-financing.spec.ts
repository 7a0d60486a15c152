import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findProgramme } from '../regulations/index.js';
import { failures, type Finding } from '../shared/finding.js';
import type { Budget, CoFinancingSource } from './application-content.js';
import { exampleWording } from './case.example.js';
import { checkCoFinancing } from './co-financing.js';

type Row = [year: number, costs: number, requested: number, coFinancing: number, source?: CoFinancingSource];

const budget = (...rows: Row[]): Budget => ({
  costs: rows.map(([year, amount]) => ({ year, amount, kind: 'personnel', note: '' })),
  requested: rows.map(([year, , amount]) => ({ year, amount })),
  coFinancing: rows.map(([year, , , amount, source = 'own']) => ({ year, amount, source, funder: '' })),
});
const failing = (plan: Budget, step: 'mapping' | 'measures' | null = 'measures') =>
  failures(checkCoFinancing(plan, exampleWording, step)).map(({ code, data }) => [code, data.year]);
const find = (findings: Finding[], code: string) => findings.find((finding) => finding.code === code)!;

describe('the ceiling of 90 percent', () => {
  it.each<[string, Row[], unknown[]]>([
    ['exactly on it', [[2027, 1_000_000, 900_000, 100_000]], []],
    [
      'one krona above',
      [[2027, 1_000_000, 900_001, 99_999]],
      [
        ['maxShareOfCosts', 2027],
        ['maxShareOfCosts', null],
      ],
    ],
    ['one krona below', [[2027, 1_000_000, 899_999, 100_001]], []],
    ['ten kronor', [[2027, 10, 9, 1]], []],
    [
      'nine kronor',
      [[2027, 9, 9, 0]],
      [
        ['maxShareOfCosts', 2027],
        ['maxShareOfCosts', null],
      ],
    ],
    [
      'one year above, the total within',
      [
        [2027, 100, 95, 5],
        [2028, 100, 80, 20],
      ],
      [['maxShareOfCosts', 2027]],
    ],
    [
      'a grant without costs',
      [[2027, 0, 10, 0]],
      [
        ['budgetBalance', 2027],
        ['maxShareOfCosts', 2027],
        ['maxShareOfCosts', null],
      ],
    ],
  ])('%s', (_, rows, expected) => expect(failing(budget(...rows))).toEqual(expected));

  it('shows the sums, the share and the most that could be asked for', () => {
    const plan = budget([2027, 1_000_000, 900_001, 99_999]);
    const finding = find(checkCoFinancing(plan, exampleWording), 'maxShareOfCosts');
    expect(finding).toEqual({
      code: 'maxShareOfCosts',
      outcome: 'notMet',
      citation: { sfs: 'exempel', section: '5 §', wordingFrom: '2027-01-01' },
      data: {
        year: 2027,
        costs: 1_000_000,
        requested: 900_001,
        coFinancing: 99_999,
        ownMoney: 99_999,
        otherStateGrant: 0,
        percent: 90,
        share: '90.01',
        maxRequested: 900_000,
      },
    });
  });

  it('cannot be answered before there are costs', () => {
    const empty = { costs: [], requested: [], coFinancing: [] };
    const finding = find(checkCoFinancing(empty, exampleWording), 'maxShareOfCosts');
    expect([finding.outcome, finding.data.reason]).toEqual(['needsJudgement', 'noCosts']);
    expect(failing(empty)).toEqual([]);
  });

  it('is no rule of 2018:118 as far as our sources show', () => {
    const codes = checkCoFinancing(
      budget([2018, 100, 100, 0]),
      findProgramme('sfs-2018-118')!.wordings[0]!,
    ).map(({ code }) => code);
    expect(codes).not.toContain('maxShareOfCosts');
  });

  it('is met by exactly the sums of nine tenths and less', () => {
    const costs = fc.integer({ min: 1, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(costs, fc.double({ min: 0, max: 1, noNaN: true }), (whole, part) => {
        const requested = Math.floor(whole * part);
        const above = failing(budget([2027, whole, requested, whole - requested])).length > 0;
        expect(above).toBe(BigInt(requested) * 10n > BigInt(whole) * 9n);
      }),
    );
  });
});

describe('own money', () => {
  it('is not another grant from the state', () => {
    const plan = budget([2027, 1_000_000, 900_000, 100_000, 'otherStateGrant']);
    expect(failing(plan)).toEqual([
      ['ownShare', 2027],
      ['ownShare', null],
    ]);
    expect(find(checkCoFinancing(plan, exampleWording), 'ownShare').data).toMatchObject({
      ownMoney: 0,
      otherStateGrant: 100_000,
      minOwnMoney: 100_000,
      share: '90.00',
      stateShare: '100.00',
    });
  });

  it.each<CoFinancingSource>(['own', 'otherRecipient', 'private'])('may be %s', (source) =>
    expect(failing(budget([2027, 1_000_000, 900_000, 100_000, source]))).toEqual([]),
  );

  it('is enough at a tenth, whatever other state grants cover', () => {
    const plan = budget([2027, 1_000_000, 700_000, 100_000]);
    const other = { year: 2027, amount: 200_000, source: 'otherStateGrant', funder: '' } as const;
    expect(failing({ ...plan, coFinancing: [...plan.coFinancing, other] })).toEqual([]);
    const short = budget([2027, 1_000_000, 700_001, 99_999]);
    expect(failing({ ...short, coFinancing: [...short.coFinancing, other] })).toEqual([
      ['ownShare', 2027],
      ['ownShare', null],
    ]);
  });
});

describe('the balance', () => {
  it.each<[string, Row[], number[]]>([
    ['to the krona', [[2027, 1000, 800, 200]], []],
    ['one krona short', [[2027, 1000, 800, 199]], [2027]],
    ['one krona over', [[2027, 1000, 800, 201]], [2027]],
    [
      'a total that balances over years that do not',
      [
        [2027, 1000, 800, 100],
        [2028, 1000, 800, 300],
      ],
      [2027, 2028],
    ],
  ])('%s', (_, rows, years) =>
    expect(failing(budget(...rows))).toEqual(years.map((year) => ['budgetBalance', year])),
  );

  it('shows the difference', () =>
    expect(
      find(checkCoFinancing(budget([2027, 1000, 800, 199]), exampleWording), 'budgetBalance').data,
    ).toMatchObject({
      difference: 1,
    }));

  it('holds for every plan made to balance, over several years and rows', () => {
    const row = fc.tuple(
      fc.integer({ min: 2027, max: 2029 }),
      fc.nat(900),
      fc.integer({ min: 100, max: 1000 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (rows) => {
        const plan = budget(
          ...rows.map(([year, requested, own]): Row => [year, requested + own, requested, own]),
        );
        expect(failing(plan)).toEqual([]);
      }),
    );
  });
});

describe('amount and years', () => {
  it('allow 300 000 kronor for a mapping, and more for measures', () => {
    expect(failing(budget([2027, 400_000, 300_000, 100_000]), 'mapping')).toEqual([]);
    expect(failing(budget([2027, 400_000, 300_001, 99_999]), 'mapping')).toEqual([['maxAmount', undefined]]);
    expect(failing(budget([2027, 400_000, 300_001, 99_999]), 'measures')).toEqual([]);
  });

  it('count the amount over all years', () =>
    expect(
      failing(budget([2027, 300_000, 200_000, 100_000], [2028, 300_000, 100_001, 199_999]), 'mapping'),
    ).toEqual([['maxAmount', undefined]]));

  it('allow three years with money', () => {
    const year = (y: number): Row => [y, 100, 90, 10];
    expect(failing(budget(year(2027), year(2028), year(2029), [2030, 0, 0, 0]))).toEqual([]);
    expect(failing(budget(year(2027), year(2028), year(2029), year(2030)))).toEqual([
      ['maxYears', undefined],
    ]);
  });
});

it('never throws on amounts that are no whole kronor', () => {
  for (const amount of [0.5, -1, Number.NaN, Infinity, 1e300]) {
    expect(() => checkCoFinancing(budget([2027, amount, amount, amount]), exampleWording)).not.toThrow();
  }
});
