import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CO_FINANCING_SOURCES,
  type CoFinancing,
  type CoFinancingSource,
  type Cost,
} from '../applications/application-content.js';
import { checkProof, computeFollowUp, type FollowUpFacts } from './follow-up.js';

const cost = (year: number, amount: number): Cost => ({ year, amount, kind: 'personnel', note: '' });
const from = (year: number, amount: number, source: CoFinancingSource = 'own'): CoFinancing => ({
  year,
  amount,
  source,
  funder: '',
});
const sum = (year: number, amount: number) => ({ year, amount });

/** One year of 1 000 kronor, 900 asked for and 800 granted: the co-financing bears the rest. */
const facts: FollowUpFacts = {
  application: { costs: [cost(2027, 1_000)], requested: [sum(2027, 900)], coFinancing: [from(2027, 100)] },
  plan: { costs: [cost(2027, 1_000)], coFinancing: [from(2027, 150), from(2027, 50, 'private')] },
  granted: [sum(2027, 800)],
  paid: [sum(2027, 500)],
  reports: [],
  proven: [],
  percent: 90,
};
const report = (costs: number, own: number, dueOn = '2028-03-01') => ({
  dueOn,
  costs: [cost(2027, costs)],
  coFinancing: [from(2027, own)],
});
const follow = (changes: Partial<FollowUpFacts> = {}) => computeFollowUp({ ...facts, ...changes });
const told = (changes: Partial<FollowUpFacts>) =>
  follow(changes).findings.map(({ code, outcome, data }) => [code, outcome, data]);

describe('computeFollowUp', () => {
  it('follows each year and source from plan to proof', () =>
    expect(
      follow({ reports: [report(990, 180)], proven: [{ ...sum(2027, 60), source: 'own' }] }),
    ).toMatchObject({
      percent: 90,
      years: [
        {
          year: 2027,
          costs: { planned: 1_000, decided: 1_000, reported: 990 },
          grant: { requested: 900, granted: 800, paid: 500 },
          coFinancing: { planned: 100, decided: 200, reported: 180, evidenced: 60 },
          sources: [
            { source: 'own', planned: 100, decided: 150, reported: 180, evidenced: 60 },
            { source: 'private', planned: 0, decided: 50, reported: 0, evidenced: 0 },
          ],
          share: { planned: '90.00', decided: '80.00', reported: '50.51' },
        },
      ],
      total: { year: null, coFinancing: { planned: 100, decided: 200, reported: 180, evidenced: 60 } },
    }));

  it('has nothing reported before a report is handed in', () =>
    expect(follow()).toMatchObject({
      total: { costs: { reported: null }, coFinancing: { reported: null }, share: { reported: null } },
      findings: [],
    }));

  it('takes a year from the last due of the reports that tell of it', () =>
    expect(
      follow({
        reports: [report(10, 1, '2028-03-01'), report(990, 180, '2029-03-01'), report(5, 1, '2027-06-01')],
      }).total.costs.reported,
    ).toBe(990));

  const whole = { proven: [{ ...sum(2027, 200), source: 'own' as const }] };
  it.each<[string, Partial<FollowUpFacts>, unknown[]]>([
    ['nothing, where all is as decided and proven', { ...whole, reports: [report(1_000, 200)] }, []],
    [
      'exactly the ceiling paid is within it',
      { ...whole, reports: [report(1_000, 200)], paid: [sum(2027, 900)] },
      [],
    ],
    [
      'a krona above the ceiling of the reported costs',
      { ...whole, reports: [report(1_000, 200)], paid: [sum(2027, 901)] },
      [
        [
          'paidAboveCeiling',
          'notMet',
          { year: 2027, percent: 90, costs: 1_000, paid: 901, limit: 900, above: 1, share: '90.10' },
        ],
      ],
    ],
    [
      'less co-financing than decided',
      { ...whole, reports: [report(1_000, 199)], proven: [{ ...sum(2027, 199), source: 'own' }] },
      [
        [
          'coFinancingBelowDecided',
          'needsJudgement',
          { year: 2027, decided: 200, reported: 199, missing: 1 },
        ],
      ],
    ],
    [
      'less proven than reported',
      { reports: [report(1_000, 200)] },
      [['coFinancingUnproven', 'needsJudgement', { year: 2027, reported: 200, evidenced: 0, missing: 200 }]],
    ],
  ])('tells %s', (_, changes, expected) => expect(told(changes)).toEqual(expected));

  it('totals are the sums of years and of sources, to the krona', () => {
    const year = fc.integer({ min: 2027, max: 2030 });
    const amount = fc.nat(1_000_000_000_000);
    const rows = fc.array(
      fc
        .record({ year, amount, source: fc.constantFrom(...CO_FINANCING_SOURCES) })
        .map((row) => ({ ...row, funder: '' })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, rows, rows, rows, (planned, decided, reported, proven) => {
        const { years, total } = follow({
          application: { ...facts.application, coFinancing: planned },
          plan: { costs: [], coFinancing: decided },
          reports: [{ dueOn: '2031-01-01', costs: [], coFinancing: reported }],
          proven,
        });
        const all = (list: { amount: number }[]) => list.reduce((each, row) => each + row.amount, 0);
        expect(total.coFinancing).toEqual({
          planned: all(planned),
          decided: all(decided),
          reported: reported.length > 0 ? all(reported) : null,
          evidenced: all(proven),
        });
        for (const row of [...years, total]) {
          expect(row.sources.reduce((each, { decided: sums }) => each + sums, 0)).toBe(
            row.coFinancing.decided,
          );
          expect(row.sources.reduce((each, { evidenced }) => each + evidenced, 0)).toBe(
            row.coFinancing.evidenced,
          );
        }
      }),
    );
  });
});

describe('checkProof', () => {
  const known = follow({ reports: [report(1_000, 200)], proven: [{ ...sum(2027, 150), source: 'own' }] });
  it.each([
    ['what is left', { ...sum(2027, 50), source: 'own' as const }, 0, []],
    ['a krona more', { ...sum(2027, 51), source: 'own' as const }, 0, ['proofAboveReported']],
    ['more, in place of what it said before', { ...sum(2027, 200), source: 'own' as const }, 150, []],
    [
      'a source that nobody reported',
      { ...sum(2027, 1), source: 'private' as const },
      0,
      ['proofAboveReported'],
    ],
    ['a year that nobody reported', { ...sum(2029, 1), source: 'own' as const }, 0, ['proofAboveReported']],
    ['nothing', { ...sum(2029, 0), source: 'own' as const }, 0, []],
  ])('of %s', (_, proof, replaced, expected) =>
    expect(checkProof(proof, known, replaced).map(({ code }) => code)).toEqual(expected),
  );
});
