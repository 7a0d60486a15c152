import { findProgramme } from '#domain/regulations/index';
import { Problem } from '../api/problem.js';
import {
  checkWhileTyping,
  defaultDuties,
  grantedYears,
  instalmentsOf,
  refusalOf,
  sentProposal,
  wordingOf,
  type ProposalValues,
} from './proposal.js';

const values: ProposalValues = {
  outcome: 'approve',
  years: [
    { year: 2027, amount: null, parts: '' },
    { year: 2028, amount: 900, parts: '30 + 70' },
    { year: 2029, amount: 'tolv', parts: '100' },
  ],
  reasons: 'x',
  conditions: [{ text: ' a ' }, { text: ' ' }],
  reportsDue: [{ kind: 'final', year: '2028' as never, dueOn: '2029-03-31' }],
};

describe('a proposal as it is sent', () => {
  it('leaves out years without money, and remembers where the others stood', () => {
    expect(sentProposal(values)).toEqual({
      body: {
        outcome: 'approve',
        years: [
          { year: 2028, amount: 900 },
          { year: 2029, amount: 'tolv' },
        ],
        reasons: 'x',
        conditions: ['a'],
        reportsDue: [{ kind: 'final', year: 2028, dueOn: '2029-03-31' }],
        instalments: [
          { year: 2028, share: 0.3 },
          { year: 2028, share: 0.7 },
        ],
      },
      kept: [1, 2],
    });
    expect(grantedYears(values.years)).toEqual([2028, 2029]);
  });

  it('has no money where it is no approval', () => {
    const { body } = sentProposal({ ...values, outcome: 'reject' });
    expect([body.years, body.reportsDue, body.instalments, body.conditions]).toEqual([[], [], [], []]);
  });

  it('has its refusals told where the form has the years', () => {
    const finding = (path: string) => ({ code: 'aboveRequested', detail: '', path });
    const problem = new Problem({
      type: '',
      title: '',
      status: 422,
      code: 'rulesNotMet',
      detail: '',
      requestId: '',
      findings: [finding('years[0].amount'), finding('reasons')],
    });
    const moved = refusalOf(problem, [1, 2]) as Problem;
    expect(moved.findings.map(({ path }) => path)).toEqual(['years[1].amount', 'reasons']);
    const other = new Error('x');
    expect(refusalOf(other, [])).toBe(other);
  });
});

describe('instalments as they are typed', () => {
  it.each([
    ['', []],
    ['100', []],
    ['100 %', []],
    ['50+50', [0.5, 0.5]],
    ['33,33 + 33,33 + 33,34', [0.3333, 0.3333, 0.3334]],
    ['60', [0.6]],
    ['hälften + 50', [0, 0.5]],
  ])('%j are %j', (typed, shares) => {
    expect(instalmentsOf(2027, typed).map(({ share }) => share)).toEqual(shares);
  });
});

describe('reports due', () => {
  it('are an interim one for each year and a final one for the last, due after the year', () => {
    expect(defaultDuties([2027, 2028])).toEqual([
      { kind: 'interim', year: 2027, dueOn: '2028-03-31' },
      { kind: 'final', year: 2028, dueOn: '2029-03-31' },
    ]);
  });
});

describe('a proposal while it is typed', () => {
  const wording = findProgramme('exempel-2027')!.wordings[0]!;
  const view = {
    ...wording,
    rules: wording.rules.map(({ section, ...rule }) => ({
      ...rule,
      citation: section === null ? null : { section },
    })),
  };
  const of = {
    content: {
      costs: [{ year: 2028, amount: 1_000, kind: 'personnel' as const, note: '' }],
      requested: [{ year: 2028, amount: 950 }],
      coFinancing: [{ year: 2028, amount: 50, source: 'own' as const, funder: '' }],
    },
    call: { years: [2027, 2028, 2029], step: 'measures' as const },
    wording: wordingOf(view),
    eligibility: [],
    judgements: [],
  };
  const failing = (amount: number) =>
    checkWhileTyping(
      sentProposal({ ...values, years: [values.years[0]!, { year: 2028, amount, parts: '' }] }),
      of,
    )
      .filter(({ outcome }) => outcome !== 'met')
      .map(({ code, path }) => [code, path]);

  it('reads the wording as the domain has it', () => {
    expect(wordingOf(view)).toEqual(wording);
  });

  it('is told what is wrong as the server would tell it, where the form has it', () => {
    expect(failing(900)).toEqual([]);
    expect(failing(901)).toEqual([
      ['maxShareOfCosts', undefined],
      ['maxShareOfCosts', undefined],
    ]);
    expect(failing(960)).toContainEqual(['aboveRequested', 'years[1].amount']);
  });
});
