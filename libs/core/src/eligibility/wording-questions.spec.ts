import { describe, expect, it } from '@jest/globals';
import { programmes, type MeasureThresholdRule, type Wording } from '#domain/regulations/index';
import { thresholdsOf } from './wording-questions.js';

const isThreshold = (rule: Wording['rules'][number]): rule is MeasureThresholdRule =>
  rule.kind === 'measureThreshold';
const wording = programmes
  .flatMap(({ wordings }) => wordings)
  .find(({ rules }) => rules.filter(isThreshold).length === 1)!;
const rule = wording.rules.find(isThreshold)!;
const withRules = (...rules: Wording['rules'][number][]): Wording => ({ ...wording, rules });
const weighed = (weights: 'none' | 'population'): MeasureThresholdRule => ({
  ...rule,
  parameters: { ...rule.parameters, weights },
});

describe('the thresholds of a wording', () => {
  it.each<[string, Wording]>([
    ['says nothing of weights', withRules(rule)],
    ['says that there are none', withRules(weighed('none'))],
  ])('are asked where the rule %s', (_, of) => {
    expect(thresholdsOf(of, 7)).toHaveLength(rule.parameters.thresholds.length);
  });

  it.each<[string, Wording, RegExp]>([
    ['weighs by inhabitants', withRules(weighed('population')), /weighs by population/],
    ['has two rules', withRules(rule, rule), /has two threshold rules/],
  ])('are refused where the wording %s, and the wording is named', (_, of, message) => {
    expect(() => thresholdsOf(of, 7)).toThrow(message);
    expect(() => thresholdsOf(of, 7)).toThrow(`${wording.sfs} ${wording.validFrom}`);
  });
});
