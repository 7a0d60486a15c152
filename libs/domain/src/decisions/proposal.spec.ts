import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Budget } from '../applications/application-content.js';
import { exampleWording } from '../applications/case.example.js';
import { failures, type Finding, type Outcome } from '../shared/finding.js';
import { checkProposal, type DecisionOutcome, type Proposal, type ProposalFacts } from './proposal.js';

/** Two years, each 90 percent of 1 000 000 kronor. */
const content: Budget = {
  costs: [2027, 2028].map((year) => ({ year, kind: 'personnel', amount: 1_000_000, note: '' })),
  requested: [2027, 2028].map((year) => ({ year, amount: 900_000 })),
  coFinancing: [2027, 2028].map((year) => ({ year, source: 'own', funder: '', amount: 100_000 })),
};
const facts: ProposalFacts = {
  content,
  call: { years: [2027, 2028, 2029], step: 'measures' },
  wording: exampleWording,
  eligibility: [],
};
const approval: Proposal = {
  outcome: 'approve',
  years: [
    { year: 2027, amount: 900_000 },
    { year: 2028, amount: 500_000 },
  ],
  reasons: 'Insatserna är långsiktiga.',
  conditions: [],
  reportsDue: [{ kind: 'final', year: 2028, dueOn: '2029-03-01' }],
};
const refusals = (proposal: Partial<Proposal>, change: Partial<ProposalFacts> = {}) =>
  failures(checkProposal({ ...approval, ...proposal }, { ...facts, ...change })).map(({ code, path }) =>
    path === undefined ? code : `${code} ${path}`,
  );
const said = (code: string, outcome: Outcome): Finding => ({ code, outcome, citation: null, data: {} });

describe('an approval', () => {
  it('within the request, the years and the limits may be put forward', () =>
    expect(refusals({})).toEqual([]));

  it.each<[string, Partial<Proposal>, string[]]>([
    ['without reasons', { reasons: '  ' }, ['reasonsMissing reasons']],
    ['without money', { years: [] }, ['noMoneyGranted years']],
    ['of nothing', { years: [{ year: 2027, amount: 0 }] }, ['noMoneyGranted years']],
    ['of half a krona', { years: [{ year: 2027, amount: 0.5 }] }, ['amountInvalid years[0].amount']],
    [
      'of a year not asked for',
      { years: [{ year: 2029, amount: 1 }] },
      ['aboveRequested years[0].amount', 'maxShareOfCosts'],
    ],
    [
      'of a year outside the call',
      { years: [{ year: 2030, amount: 0 }, ...approval.years] },
      ['outsideCallYears years[0].year'],
    ],
    [
      'of the same year twice',
      { years: [approval.years[0]!, { year: 2027, amount: 0 }] },
      ['yearTwice years[1].year'],
    ],
    [
      'with a report on no day',
      { reportsDue: [{ kind: 'final', year: 2027, dueOn: '2028-02-30' }] },
      ['dateInvalid reportsDue[0].dueOn'],
    ],
    [
      'with instalments of nine tenths',
      { instalments: [{ year: 2027, share: 0.9 }] },
      ['instalmentSharesNotWhole instalments'],
    ],
  ])('%s is refused', (_, proposal, expected) => expect(refusals(proposal)).toEqual(expected));

  it('of one krona more than asked for is refused, for that year', () => {
    const years = [{ year: 2027, amount: 900_001 }];
    const [finding] = failures(checkProposal({ ...approval, years }, facts));
    expect(finding).toMatchObject({
      code: 'aboveRequested',
      data: { year: 2027, granted: 900_001, requested: 900_000 },
    });
  });

  it('keeps to the ceiling on the costs as stated', () => {
    const costs = content.costs.map((cost) => ({ ...cost, amount: 999_999 }));
    expect(refusals({}, { content: { ...content, costs } })).toEqual(['maxShareOfCosts']);
  });

  it('keeps to the amount of the step', () => {
    const change = { call: { ...facts.call, step: 'mapping' as const } };
    expect(refusals({ years: [{ year: 2027, amount: 300_000 }] }, change)).toEqual([]);
    expect(refusals({ years: [{ year: 2027, amount: 300_001 }] }, change)).toEqual(['maxAmount']);
  });

  it('covers at most three years', () => {
    const four = [2027, 2028, 2029, 2030];
    const asked: Budget = {
      costs: four.map((year) => ({ year, kind: 'other', amount: 100, note: '' })),
      requested: four.map((year) => ({ year, amount: 90 })),
      coFinancing: [],
    };
    const change = { content: asked, call: { years: four, step: null } };
    expect(refusals({ years: asked.requested }, change)).toEqual(['maxYears']);
    expect(refusals({ years: asked.requested.slice(1) }, change)).toEqual([]);
  });

  it.each([
    [['notMet'], ['notEligible']],
    [['needsJudgement'], ['judgementPending']],
    [
      ['met', 'notMet', 'needsJudgement'],
      ['notEligible', 'judgementPending'],
    ],
    [['met', 'met'], []],
  ] as const)('to whom the rules are %j is refused as %j', (outcomes, codes) => {
    const eligibility = outcomes.map((outcome, index) => said(`rule${index}`, outcome));
    expect(refusals({}, { eligibility })).toEqual(codes);
  });

  it('names the rules that nobody has judged', () => {
    const eligibility = [said('recipientKind', 'met'), said('purpose', 'needsJudgement')];
    expect(checkProposal(approval, { ...facts, eligibility })).toContainEqual({
      ...said('judgementPending', 'notMet'),
      data: { rules: ['purpose'] },
    });
  });

  it('tells everything at once', () =>
    expect(refusals({ reasons: '', years: [{ year: 2031, amount: -1 }] })).toEqual([
      'reasonsMissing reasons',
      'noMoneyGranted years',
      'amountInvalid years[0].amount',
      'outsideCallYears years[0].year',
    ]));

  it('of any part of a sound request is sound', () => {
    const part = fc.integer({ min: 1, max: 900_000 });
    fc.assert(
      fc.property(part, part, (first, second) => {
        const years = [
          { year: 2027, amount: first },
          { year: 2028, amount: second },
        ];
        expect(refusals({ years })).toEqual([]);
      }),
    );
  });
});

describe('other outcomes', () => {
  it.each<DecisionOutcome>(['reject', 'dismiss', 'discontinue'])(
    '%s owes reasons and carries no money',
    (outcome) => {
      expect(refusals({ outcome, years: [] })).toEqual([]);
      expect(refusals({ outcome, years: [{ year: 2027, amount: 0 }] })).toEqual([]);
      expect(refusals({ outcome })).toEqual(['moneyWithoutApproval years']);
      expect(refusals({ outcome, years: [], reasons: '' })).toEqual(['reasonsMissing reasons']);
    },
  );

  it('may be given to whom a rule is not met', () =>
    expect(refusals({ outcome: 'reject', years: [] }, { eligibility: [said('purpose', 'notMet')] })).toEqual(
      [],
    ));
});
