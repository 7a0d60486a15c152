import { describe, expect, it } from '@jest/globals';
import { compareWordings, wordingOn, type Rule, type Wording } from './wordings.js';

const rule = (code: string, parameters: object = {}, section = '1 §'): Rule => ({
  code,
  kind: code === 'sections' ? 'needsJudgement' : code,
  parameters: parameters as Rule['parameters'],
  citation: { sfs: '2018:118', section, wordingFrom: '2018-01-01' },
});
const wording = (validFrom: string, validTo: string | null, rules: Rule[] = []): Wording => ({
  sfs: '2018:118',
  amendedBy: null,
  validFrom,
  validTo,
  sectionsNotAvailable: [],
  rules,
});

describe('the wordings of a programme', () => {
  const all = [wording('2018-04-19', '2021-02-01'), wording('2021-02-01', '2025-01-01')];

  it('hold from their first day until the day before the next', () => {
    expect(wordingOn(all, '2021-01-31')?.validFrom).toBe('2018-04-19');
    expect(wordingOn(all, '2021-02-01')?.validFrom).toBe('2021-02-01');
  });

  it('are shown before the first and after the last too', () => {
    expect(wordingOn(all, '2017-01-01')?.validFrom).toBe('2018-04-19');
    expect(wordingOn(all, '2026-01-01')?.validFrom).toBe('2021-02-01');
    expect(wordingOn([], '2026-01-01')).toBeUndefined();
  });

  it('are compared rule by rule, and what the sources lack is no rule', () => {
    const before = wording('2018-04-19', '2021-02-01', [
      rule('maxAmount', { amount: 1 }),
      rule('maxYears', { years: 3 }),
      rule('calendarYear'),
    ]);
    const now = wording('2021-02-01', null, [
      rule('maxAmount', { amount: 2 }),
      rule('maxYears', { years: 3 }),
      rule('purpose', { areas: ['housing'] }),
      rule('sections', { question: 'textNotAvailable' }),
    ]);
    const { rules, gone } = compareWordings(now, before);
    expect(rules.map((each) => [each.rule.code, each.change])).toEqual([
      ['maxAmount', 'changed'],
      ['maxYears', null],
      ['purpose', 'added'],
    ]);
    expect(gone.map(({ code }) => code)).toEqual(['calendarYear']);
    expect(compareWordings(before, undefined).rules.every(({ change }) => change === null)).toBe(true);
  });
});
