import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Budget } from '../applications/application-content.js';
import { exampleWording } from '../applications/case.example.js';
import { failures } from '../shared/finding.js';
import {
  checkAmendment,
  checkStillAmendable,
  computeAmended,
  computeDifference,
  computePlan,
  isChange,
  type AmendedDecision,
  type Amendment,
  type AmendmentFacts,
} from './amendment.js';
import { checkRevocable } from './revocation.js';

const years = [2027, 2028];
/** Two years, each 90 percent of 1 000 000 kronor. */
const content: Budget = {
  costs: years.map((year) => ({ year, kind: 'personnel', amount: 1_000_000, note: '' })),
  requested: years.map((year) => ({ year, amount: 900_000 })),
  coFinancing: years.map((year) => ({ year, source: 'own', funder: '', amount: 100_000 })),
};
const earlier: AmendedDecision = {
  outcome: 'approve',
  years: [
    { year: 2027, amount: 800_000, status: 'firm' },
    { year: 2028, amount: 800_000, status: 'conditional' },
  ],
  conditions: ['Lokalen hålls öppen.'],
  reportsDue: [
    { kind: 'interim', year: 2027, dueOn: '2028-03-01' },
    { kind: 'final', year: 2028, dueOn: '2029-03-01' },
  ],
  instalments: [],
  plan: null,
};
const facts: AmendmentFacts = {
  content,
  call: { years, step: 'measures' },
  wording: exampleWording,
  earlier,
  taken: [],
  settled: [],
  reports: [],
};
const amendment = (changes: Partial<Amendment>): Amendment => ({
  years: [],
  reasons: 'Färre insatser.',
  requestedBy: 'agency',
  ...changes,
});
const refusals = (changes: Partial<Amendment>, other: Partial<AmendmentFacts> = {}) =>
  failures(checkAmendment(amendment(changes), { ...facts, ...other })).map(({ code, path }) =>
    path === undefined ? code : `${code} ${path}`,
  );
const sum = (year: number, amount: number) => ({ year, amount });

describe('checkAmendment', () => {
  it.each<[string, Partial<Amendment>, Partial<AmendmentFacts>, string[]]>([
    ['lowers a year', { years: [sum(2027, 1)] }, {}, []],
    ['raises one to what was asked for', { years: [sum(2028, 900_000)] }, {}, []],
    ['takes a year away', { years: [sum(2028, 0)] }, {}, []],
    ['changes a date alone', { reportsDue: [{ kind: 'final', year: 2028, dueOn: '2029-06-01' }] }, {}, []],
    ['changes the conditions alone', { conditions: [] }, {}, []],
    ['changes the instalments alone', { instalments: [{ year: 2027, share: 1 }] }, {}, []],
    ['changes nothing', {}, {}, ['nothingAmended']],
    ['says what was so', { years: [sum(2027, 800_000)] }, {}, ['nothingAmended']],
    ['leaves no year', { years: [sum(2027, 0), sum(2028, 0)] }, {}, ['noMoneyGranted years']],
    ['gives no reasons', { years: [sum(2027, 1)], reasons: ' ' }, {}, ['reasonsMissing reasons']],
    [
      'goes above what was asked for',
      { years: [sum(2027, 900_001)] },
      {},
      ['aboveRequested years[0].amount', 'maxShareOfCosts'],
    ],
    [
      'goes outside the call',
      { years: [sum(2029, 1)] },
      {},
      ['outsideCallYears years[0].year', 'aboveRequested years[0].amount', 'maxShareOfCosts'],
    ],
    ['says a year twice', { years: [sum(2027, 1), sum(2027, 2)] }, {}, ['yearTwice years[1].year']],
    [
      'goes below what is paid',
      { years: [sum(2027, 99)] },
      { taken: [sum(2027, 100)] },
      ['belowPaid years[0].amount'],
    ],
    [
      'takes away a year of which something is paid',
      { years: [sum(2027, 0)] },
      { taken: [sum(2027, 100)] },
      ['belowPaid years[0].amount'],
    ],
    ['goes down to what is paid', { years: [sum(2027, 100)] }, { taken: [sum(2027, 100)] }, []],
    [
      'lowers a settled year below what it entitles to',
      { years: [sum(2027, 1)] },
      { settled: [{ year: 2027, entitled: 2 }] },
      ['yearSettled years[0].amount'],
    ],
    [
      'raises a settled year',
      { years: [sum(2027, 800_001)] },
      { settled: [{ year: 2027, entitled: 2 }] },
      ['yearSettled years[0].amount'],
    ],
    [
      'lowers a settled year to what it entitles to',
      { years: [sum(2027, 2)] },
      { settled: [{ year: 2027, entitled: 2 }] },
      [],
    ],
    ['leaves a settled year', { years: [sum(2028, 1)] }, { settled: [{ year: 2027, entitled: 2 }] }, []],
    [
      'no longer asks for what was handed in',
      { reportsDue: [{ kind: 'final', year: 2028, dueOn: '2029-03-01' }] },
      { reports: [{ kind: 'interim', year: 2027, status: 'submitted' }] },
      ['reportHandedIn reportsDue'],
    ],
    [
      'is of a refusal',
      { years: [sum(2027, 1)] },
      { earlier: { ...earlier, outcome: 'reject' } },
      ['notAGrant'],
    ],
  ])('an amendment that %s', (_, changes, other, expected) =>
    expect(refusals(changes, other)).toEqual(expected),
  );

  it('tells what is above the new sum as to be recovered', () => {
    const told = checkAmendment(amendment({ years: [sum(2027, 600_000)] }), {
      ...facts,
      taken: [sum(2027, 700_000), sum(2027, 50_000)],
    }).find(({ code }) => code === 'belowPaid');
    expect(told?.data).toEqual({ year: 2027, amount: 600_000, paid: 750_000, toRecover: 150_000 });
  });

  it('asks for balance where costs are stated anew, and then for no request', () => {
    const costs = years.map((year) => ({ year, kind: 'personnel' as const, amount: 1_200_000, note: '' }));
    const own = (amount: number) =>
      years.map((year) => ({ year, source: 'own' as const, funder: '', amount }));
    const raised = years.map((year) => sum(year, 1_000_000));
    expect(refusals({ years: raised, costs, coFinancing: own(200_000) })).toEqual([]);
    expect(refusals({ years: raised, costs })).toEqual(['budgetBalance', 'budgetBalance']);
    expect(refusals({ years: raised, costs, coFinancing: own(100_000) })).toContain('budgetBalance');
  });
});

describe('computeAmended', () => {
  const standing = (changes: Partial<Amendment>, other: Partial<AmendedDecision> = {}) =>
    computeAmended({ ...earlier, ...other }, amendment(changes));

  it('keeps what is not said', () =>
    expect(standing({ years: [sum(2028, 5)] })).toMatchObject({
      years: [sum(2028, 5), sum(2027, 800_000)],
      conditions: earlier.conditions,
      reportsDue: earlier.reportsDue,
    }));

  it('brings no lapsed year back', () => {
    const lapsed = earlier.years.map((row) => ({ ...row, status: 'lapsed' as const }));
    expect(standing({}, { years: [earlier.years[0]!, lapsed[1]!] }).years).toEqual([sum(2027, 800_000)]);
  });

  it('lets the final report follow to the last year with money, and asks no interim report of a year without', () => {
    expect(standing({ years: [sum(2028, 0)] }).reportsDue).toEqual([
      { kind: 'interim', year: 2027, dueOn: '2028-03-01' },
      { kind: 'final', year: 2027, dueOn: '2029-03-01' },
    ]);
    expect(standing({ years: [sum(2027, 0)] }).reportsDue).toEqual([
      { kind: 'final', year: 2028, dueOn: '2029-03-01' },
    ]);
  });
});

describe('computeDifference', () => {
  const differ = (changes: Partial<Amendment>) =>
    computeDifference(earlier, computeAmended(earlier, amendment(changes)), false);

  it('tells years, dates and conditions', () =>
    expect(
      differ({
        years: [sum(2027, 500_000)],
        conditions: ['Lokalen hålls öppen.', 'Besöken räknas.'],
        reportsDue: [earlier.reportsDue[0]!, { kind: 'final', year: 2028, dueOn: '2029-06-01' }],
        instalments: [
          { year: 2028, share: 0.5 },
          { year: 2028, share: 0.5 },
        ],
      }),
    ).toEqual({
      years: [
        { year: 2027, before: 800_000, after: 500_000, change: -300_000 },
        { year: 2028, before: 800_000, after: 800_000, change: 0 },
      ],
      total: { before: 1_600_000, after: 1_300_000, change: -300_000 },
      conditions: { added: ['Besöken räknas.'], removed: [] },
      reportsDue: {
        added: [{ kind: 'final', year: 2028, dueOn: '2029-06-01' }],
        removed: [{ kind: 'final', year: 2028, dueOn: '2029-03-01' }],
      },
      instalments: [2028],
      plan: false,
    }));

  it('sums up to the krona whatever is sent', () => {
    const rows = fc.uniqueArray(
      fc.record({ year: fc.integer({ min: 2025, max: 2031 }), amount: fc.nat(1_000_000_000_000) }),
      { selector: (each) => each.year },
    );
    fc.assert(
      fc.property(rows, (sent) => {
        const { years: each, total } = differ({ years: sent });
        expect(total.before).toBe(1_600_000);
        expect(total.after - total.before).toBe(total.change);
        expect(each.reduce((all, row) => all + row.change, 0)).toBe(total.change);
        expect(isChange(differ({ years: sent }))).toBe(each.some((row) => row.change !== 0));
      }),
    );
  });
});

describe('computePlan', () => {
  const plan = { costs: [], coFinancing: content.coFinancing };
  it.each([
    ['stands as the application has it', null, {}, null],
    ['stands as an earlier amendment stated it', plan, {}, plan],
    ['takes what is left out from the application', null, { costs: [] }, plan],
    [
      'takes what is left out from the earlier amendment',
      plan,
      { coFinancing: [] },
      { costs: [], coFinancing: [] },
    ],
  ])('%s', (_, before, stated, expected) =>
    expect(computePlan({ plan: before }, stated, content)).toEqual(expected),
  );
});

describe('checkStillAmendable', () => {
  const difference = computeDifference(
    earlier,
    computeAmended(earlier, amendment({ years: [sum(2027, 500_000)] })),
    false,
  );
  const told = (other: Partial<Parameters<typeof checkStillAmendable>[1]>) =>
    checkStillAmendable(difference, { earlier, taken: [], settled: [], ...other }).map(({ code, data }) => [
      code,
      data['year'],
    ]);
  const lapsed = { years: [earlier.years[0]!, { ...earlier.years[1]!, status: 'lapsed' as const }] };

  it.each([
    ['nothing happened', {}, []],
    ['as much as it leaves was paid', { taken: [sum(2027, 500_000)] }, []],
    ['more was paid', { taken: [sum(2027, 500_001)] }, [['belowPaid', 2027]]],
    ['a year lapsed', { earlier: lapsed }, [['amendmentOutdated', 2028]]],
    [
      'a year that it changes was settled',
      { settled: [{ year: 2027, entitled: 500_001 }] },
      [['yearSettled', 2027]],
    ],
    ['a year that it leaves was settled', { settled: [{ year: 2028, entitled: 1 }] }, []],
  ])('after %s', (_, other, expected) => expect(told(other)).toEqual(expected));
});

it('only a grant is revoked', () => {
  expect(checkRevocable({ outcome: 'approve' })).toEqual([]);
  expect(checkRevocable({ outcome: 'dismiss' }).map(({ code }) => code)).toEqual(['notAGrant']);
});
