import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MeasureThresholdRule } from '../../regulations/rule.js';
import type { Finding, Outcome } from '../../shared/finding.js';
import { exampleMeasure, exampleWording } from '../case.example.js';
import type { RecipientFacts } from '../facts.js';
import { checkMeasureThreshold } from './measure-threshold.js';

type Values = Record<string, number | null> | undefined;

const rule = (combine: 'any' | 'all', throughMembers = true): MeasureThresholdRule => ({
  kind: 'measureThreshold',
  code: 'measureThreshold',
  section: '2 §',
  parameters: {
    thresholds: [
      { measure: 'first', standardDeviations: 1 },
      { measure: 'second', standardDeviations: 1.5 },
    ],
    of: 'mean over municipalities',
    deviation: 'population',
    combine,
    throughMembers,
  },
});

const municipality = (code: string | null): RecipientFacts => ({
  id: 'organisation',
  kind: 'municipality',
  code,
  name: 'Namn',
  memberCodes: [],
});
const region = (...memberCodes: string[]): RecipientFacts => ({
  ...municipality('99'),
  kind: 'region',
  memberCodes,
});

function ask(recipient: RecipientFacts, first: Values, second: Values, asked = rule('any')): Finding {
  const measures = {
    first: first && exampleMeasure('first', first),
    second: second && exampleMeasure('second', second),
  };
  return checkMeasureThreshold({ recipient, measures }, asked, exampleWording);
}

/** Mean 5, population deviation 2: A stands 2 deviations above, B at 1, C below. */
const spread = { A: 9, B: 7, X1: 5, X2: 5, X3: 4, X4: 4, X5: 4, C: 2 };
const withoutA = { ...spread, A: null, Y: 9 };
const alike = { A: 3, B: 3, C: 3 };

describe('a municipality', () => {
  it.each<[string, Values, Values, 'any' | 'all', Outcome]>([
    ['A', spread, spread, 'any', 'met'],
    ['A', spread, spread, 'all', 'met'],
    // B stands exactly on one standard deviation.
    ['B', spread, spread, 'any', 'met'],
    ['B', spread, spread, 'all', 'notMet'],
    ['C', spread, spread, 'any', 'notMet'],
    ['A', undefined, spread, 'any', 'met'],
    ['A', undefined, spread, 'all', 'needsJudgement'],
    ['C', undefined, spread, 'any', 'needsJudgement'],
    ['C', undefined, spread, 'all', 'notMet'],
    ['A', withoutA, spread, 'any', 'met'],
    ['A', withoutA, withoutA, 'any', 'needsJudgement'],
    ['A', alike, alike, 'any', 'needsJudgement'],
    ['Z', spread, spread, 'any', 'needsJudgement'],
  ])('%s by %j and %j, %s: %s', (code, first, second, combine, outcome) =>
    expect(ask(municipality(code), first, second, rule(combine)).outcome).toBe(outcome),
  );

  it('shows all that the answer was reached from', () => {
    const { data, citation } = ask(municipality('B'), spread, undefined);
    expect(citation).toEqual({ sfs: 'exempel', section: '2 §', wordingFrom: '2027-01-01' });
    expect(data.thresholds).toEqual([
      {
        measure: 'first',
        standardDeviations: 1,
        mean: 5,
        standardDeviation: 2,
        n: 8,
        threshold: 7,
        year: 2026,
        quality: 'proxy',
        dataset: { id: 'dataset-1', source: 'invented', vintage: '2026', sha256: 'ab'.repeat(32) },
        value: 7,
        z: 1,
        outcome: 'met',
      },
      {
        measure: 'second',
        standardDeviations: 1.5,
        value: null,
        z: null,
        outcome: 'needsJudgement',
        reason: 'noDataset',
      },
    ]);
    expect(data.members).toEqual([]);
  });

  it('without a code belongs nowhere in the distribution', () => {
    const finding = ask(municipality(null), spread, spread);
    expect([finding.outcome, finding.data.reason]).toEqual(['needsJudgement', 'noMunicipality']);
  });

  it('counts only municipalities that have a value', () => {
    const [first] = ask(municipality('B'), { ...spread, Q: null }, undefined).data.thresholds as {
      n: number;
    }[];
    expect(first!.n).toBe(8);
  });

  it('has no value by inheritance', () =>
    expect(ask(municipality('constructor'), spread, spread).outcome).toBe('needsJudgement'));
});

describe('a region or an association', () => {
  it.each<[string[], Values, Values, 'any' | 'all', Outcome]>([
    [['C', 'A'], spread, spread, 'any', 'met'],
    [['C', 'X1'], spread, spread, 'any', 'notMet'],
    [['C', 'Z'], spread, spread, 'any', 'needsJudgement'],
    [['A', 'Z'], spread, spread, 'any', 'met'],
    [[], spread, spread, 'any', 'needsJudgement'],
    // Two members that meet one threshold each are no member that meets both.
    [['A', 'B'], { ...spread, A: 2, C: 9 }, spread, 'all', 'notMet'],
  ])('with %j', (members, first, second, combine, outcome) =>
    expect(ask(region(...members), first, second, rule(combine)).outcome).toBe(outcome),
  );

  it('lists the values of every member', () => {
    const { data } = ask(region('A', 'C'), spread, spread);
    expect(data.members).toMatchObject([
      {
        code: 'A',
        outcome: 'met',
        values: [
          { measure: 'first', value: 9, z: 2 },
          { value: 9, z: 2 },
        ],
      },
      { code: 'C', outcome: 'notMet', values: [{ measure: 'first', value: 2, z: -1.5 }, { value: 2 }] },
    ]);
    expect(data.thresholds).toMatchObject([
      { value: null, outcome: 'met' },
      { value: null, outcome: 'met' },
    ]);
  });

  it('does not qualify through members where the rule does not say so', () =>
    expect(ask(region('A'), spread, spread, rule('any', false)).outcome).toBe('needsJudgement'));
});

describe('a rule that weighs by population', () => {
  const weighing = (weights: 'none' | 'population'): MeasureThresholdRule => {
    const asked = rule('any');
    return { ...asked, parameters: { ...asked.parameters, weights } };
  };
  const values = { A: 9, B: 1, C: 1, D: 1 };
  const dataset = { id: 'dataset-2', source: 'invented', vintage: '2025', sha256: 'cd'.repeat(32) };
  const judge = (
    persons: Record<string, number | null> | null,
    weights: 'none' | 'population' = 'population',
  ) =>
    checkMeasureThreshold(
      {
        recipient: municipality('A'),
        measures: {
          first: {
            ...exampleMeasure('first', values),
            ...(persons && { populations: { year: 2025, dataset, values: persons } }),
          },
        },
      },
      weighing(weights),
      exampleWording,
    );
  const first = (finding: Finding) => (finding.data.thresholds as Record<string, unknown>[])[0]!;

  it('has a mean over inhabitants, and says of whom', () => {
    const finding = judge({ A: 100, B: 100, C: 100, D: 100 });
    expect(first(finding)).toMatchObject({
      mean: 3,
      n: 4,
      weights: 'population',
      populations: { year: 2025, dataset },
      outcome: 'met',
    });
  });

  it('singles out nobody where most people live', () => {
    const finding = judge({ A: 9000, B: 100, C: 100, D: 100 });
    expect(first(finding)).toMatchObject({ value: 9, outcome: 'notMet' });
    expect(first(judge({ A: 9000, B: 100, C: 100, D: 100 }, 'none'))).toMatchObject({
      mean: 3,
      outcome: 'met',
    });
  });

  it.each<[string, Record<string, number | null> | null]>([
    ['no populations', null],
    ['a municipality without population', { A: 1, B: 1, C: 1 }],
    ['a population not known', { A: 1, B: 1, C: 1, D: null }],
    ['a population of nobody', { A: 1, B: 1, C: 1, D: 0 }],
    ['a population that is none', { A: 1, B: 1, C: 1, D: NaN }],
  ])('needs judgement with %s', (_, persons) => {
    const finding = judge(persons);
    expect(finding.outcome).toBe('needsJudgement');
    expect(first(finding)).toMatchObject({ value: 9, mean: null, threshold: null, reason: 'noPopulation' });
  });

  it('shows no weights where there are none', () => {
    const unweighted = first(judge(null, 'none'));
    expect(unweighted).not.toHaveProperty('weights');
    expect(unweighted).toEqual(first(ask(municipality('A'), values, undefined)));
  });
});

it('never meets without a value, and never loses by a higher one', () => {
  const value = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 3, maxLength: 30 }), value, (others, own) => {
      const values = Object.fromEntries(others.map((each, index) => [`M${index}`, each]));
      const standing = (mine: number | null) =>
        ask(municipality('own'), { ...values, own: mine }, undefined).outcome;
      expect(standing(null)).toBe('needsJudgement');
      if (standing(own) === 'met') expect(standing(own + 0.5)).toBe('met');
    }),
  );
});
