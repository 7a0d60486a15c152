import { describe, expect, it } from '@jest/globals';
import { computeVerdict, type Finding, type Outcome } from '../shared/finding.js';
import { applyJudgements, computedOutcome, findJudged, type Judgement } from './judgement.js';

const finding = (outcome: Outcome, path?: string): Finding => ({
  code: 'purpose',
  outcome,
  citation: null,
  ...(path === undefined ? {} : { path }),
  data: { stated: [] },
});
const judgement = (change: Partial<Judgement> = {}): Judgement => ({
  findingCode: 'purpose',
  path: null,
  computed: 'needsJudgement',
  outcome: 'met',
  motive: 'Området framgår av beskrivningen.',
  judgedBy: 'officer',
  judgedAt: '2027-02-01T08:00:00.000Z',
  ...change,
});
const later = { outcome: 'notMet', motive: 'Ny läsning.', judgedAt: '2027-02-02T08:00:00.000Z' } as const;

describe('applyJudgements', () => {
  it.each<[string, Outcome, Judgement[], Outcome]>([
    ['nobody has judged', 'needsJudgement', [], 'needsJudgement'],
    ['a question answered', 'needsJudgement', [judgement()], 'met'],
    ['a rule that fails, overridden', 'notMet', [judgement({ computed: 'notMet' })], 'met'],
    ['a rule that is met, overridden', 'met', [judgement({ computed: 'met', outcome: 'notMet' })], 'notMet'],
    ['a later answer replaces', 'needsJudgement', [judgement(), judgement(later)], 'notMet'],
    ['other facts, another outcome: lapsed', 'notMet', [judgement()], 'notMet'],
    ['another rule', 'needsJudgement', [judgement({ findingCode: 'other' })], 'needsJudgement'],
    ['another place', 'needsJudgement', [judgement({ path: 'costs[0]' })], 'needsJudgement'],
  ])('%s', (_, computed, judgements, outcome) =>
    expect(applyJudgements([finding(computed)], judgements)[0]!.outcome).toBe(outcome),
  );

  it('keeps what the rule said, and shows who judged, when and why', () => {
    const [judged] = applyJudgements([finding('needsJudgement')], [judgement(), judgement(later)]);
    expect(judged).toEqual({
      ...finding('notMet'),
      override: {
        computed: 'needsJudgement',
        outcome: 'notMet',
        motive: 'Ny läsning.',
        by: 'officer',
        at: '2027-02-02T08:00:00.000Z',
      },
    });
    expect(computedOutcome(judged!)).toBe('needsJudgement');
  });

  it('finds the place that was judged', () => {
    const findings = [finding('needsJudgement', 'costs[0]'), finding('needsJudgement', 'costs[1]')];
    const judged = applyJudgements(findings, [judgement({ path: 'costs[1]' })]);
    expect(judged.map(({ outcome }) => outcome)).toEqual(['needsJudgement', 'met']);
    expect(computeVerdict(judged)).toBe('needsJudgement');
  });

  it('judges what is judged already as the rule said it', () => {
    const once = applyJudgements([finding('needsJudgement')], [judgement()]);
    const twice = applyJudgements(once, [judgement(later)]);
    expect([twice[0]!.outcome, twice[0]!.override!.computed]).toEqual(['notMet', 'needsJudgement']);
  });
});

it('finds a finding by code and place', () => {
  const findings = [finding('met'), finding('met', 'costs[0]')];
  expect(findJudged(findings, 'purpose', null)).toBe(findings[0]);
  expect(findJudged(findings, 'purpose', 'costs[0]')).toBe(findings[1]);
  expect(findJudged(findings, 'purpose', 'costs[1]')).toBeUndefined();
  expect(findJudged(findings, 'other', null)).toBeUndefined();
});
