import { describe, expect, it } from '@jest/globals';
import { computeVerdict, failures, type Finding, type Outcome } from './finding.js';

const finding = (outcome: Outcome): Finding => ({ code: outcome, outcome, citation: null, data: {} });

describe('computeVerdict', () => {
  it.each<[Outcome[], string]>([
    [[], 'eligible'],
    [['met', 'met'], 'eligible'],
    [['met', 'needsJudgement'], 'needsJudgement'],
    [['needsJudgement', 'notMet', 'met'], 'notEligible'],
  ])('%p is %s', (outcomes, verdict) => expect(computeVerdict(outcomes.map(finding))).toBe(verdict));
});

it('failures are the findings not met, and no others', () =>
  expect(failures((['met', 'notMet', 'needsJudgement'] as const).map(finding))).toEqual([finding('notMet')]));
