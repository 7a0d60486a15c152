import { orderFindings, stepOf, tellNow } from './steps.js';

const finding = (code: string, outcome: string, path?: string) =>
  ({ code, outcome, citation: null, data: {}, ...(path ? { path } : {}) }) as never;

describe('where in the form something is put right', () => {
  it('follows the place of a finding, or else what it is about', () => {
    expect(stepOf(finding('partMissing', 'notMet', 'activities[2].goals[0].target'))).toBe('activities');
    expect(stepOf(finding('partMissing', 'notMet', 'followUp.plan'))).toBe('followUp');
    expect(stepOf(finding('maxShareOfCosts', 'notMet'))).toBe('financing');
    expect(stepOf(finding('recipientKind', 'notMet'))).toBe('review');
  });

  it('lists what is not met first and what is met last', () => {
    const lists = {
      eligibility: [finding('a', 'met'), finding('b', 'needsJudgement')],
      coFinancing: [finding('c', 'notMet')],
      completeness: [finding('d', 'notMet')],
    };
    expect(orderFindings(lists).map(({ code }) => code)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('tells what is missing only after its step was left, and what is wrong at once', () => {
    const missing = finding('partMissing', 'notMet', 'title');
    const wrong = finding('emailInvalid', 'notMet', 'contact.email');
    expect(tellNow([missing, wrong], new Set())).toEqual([wrong]);
    expect(tellNow([missing, wrong], new Set(['basics']))).toEqual([missing, wrong]);
  });
});
