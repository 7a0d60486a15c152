import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exampleMeasure, exampleWording } from '../applications/case.example.js';
import type { MeasuresByCode, RecipientFacts } from '../applications/facts.js';
import { checkRecipient } from '../applications/eligibility.js';
import { computeVerdict } from '../shared/finding.js';
import { changeMeasureRules, countReasons, isMeasureRule, simulate, type Setting } from './simulation.js';

const municipality = (code: string): RecipientFacts => ({
  id: code,
  kind: 'municipality',
  code,
  name: code,
  memberCodes: [],
});
const region = (...memberCodes: string[]): RecipientFacts => ({
  ...municipality('99'),
  kind: 'region',
  memberCodes,
});

/** Mean 5, population deviation 2: A stands at 2 deviations, B at 1, C at −1.5. */
const spread = { A: 9, B: 7, X1: 5, X2: 5, X3: 4, X4: 4, X5: 4, C: 2 };
const recipients = ['A', 'B', 'C', 'Z'].map(municipality);
const byShare = changeMeasureRules(exampleWording, {
  thresholds: [{ measure: 'areaType12Share', standardDeviations: 1.5 }],
});
const measures = { areaType12Share: exampleMeasure('areaType12Share', spread) };
const today: Setting = { wording: byShare, measures };

const told = (after = today, before = today, asked: readonly RecipientFacts[] = recipients) =>
  simulate(asked, before, after).map(({ recipient, before: was, after: is, change }) =>
    [recipient.code, was.verdict, is.verdict, change].join(' '),
  );
const moved = (threshold: number) => ({ wording: changeMeasureRules(byShare, { threshold }), measures });

describe('simulate', () => {
  it('changes nothing where nothing is moved', () =>
    expect(told()).toEqual([
      'A eligible eligible none',
      'B notEligible notEligible none',
      'C notEligible notEligible none',
      'Z needsJudgement needsJudgement none',
    ]));

  it.each<[number, string]>([
    [1, 'B notEligible eligible enters'],
    [1 + 1e-9, 'B notEligible notEligible none'],
    [2, 'A eligible eligible none'],
    [2 + 1e-9, 'A eligible notEligible leaves'],
    [-1.5, 'C notEligible eligible enters'],
  ])('at %d standard deviations: %s', (threshold, expected) =>
    expect(told(moved(threshold))).toContain(expected),
  );

  it('lets nobody in for a missing value: who had one needs judgement, and leaves', () => {
    const without = { areaType12Share: exampleMeasure('areaType12Share', { ...spread, A: null }) };
    expect(told({ wording: byShare, measures: without })[0]).toBe('A eligible needsJudgement leaves');
    expect(told(today, { wording: byShare, measures: {} })[0]).toBe('A needsJudgement eligible enters');
  });

  it('takes a region in with its municipality', () =>
    expect(told(moved(1), today, [region('B', 'C')])).toEqual(['99 notEligible eligible enters']));

  it('says what the rules themselves say of each recipient', () => {
    const value = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
    const values = fc.record({ A: value, B: value, C: value, X1: value, X2: value });
    fc.assert(
      fc.property(values, values, fc.constantFrom('any', 'all'), (first, second, combine) => {
        const wording = changeMeasureRules(exampleWording, { combine });
        const found: MeasuresByCode = {
          inequalityIndex: exampleMeasure('inequalityIndex', first),
          areaType12Share: exampleMeasure('areaType12Share', second),
        };
        for (const { recipient, after } of simulate(recipients, today, { wording, measures: found })) {
          const findings = checkRecipient({ recipient, measures: found }, wording);
          expect(after).toEqual({ verdict: computeVerdict(findings), findings });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('never shuts anybody out by a lower threshold', () => {
    const threshold = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(threshold, threshold, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const changes = simulate(recipients, moved(high), moved(low)).map(({ change }) => change);
        expect(changes).not.toContain('leaves');
      }),
    );
  });
});

describe('changeMeasureRules', () => {
  const parametersOf = (wording: typeof exampleWording) => wording.rules.find(isMeasureRule)!.parameters;

  it('moves what is told and leaves the rest, and the wording itself', () => {
    const before = structuredClone(exampleWording);
    const changed = changeMeasureRules(exampleWording, { threshold: 0.5, deviation: 'sample' });
    expect(parametersOf(changed)).toEqual({
      ...parametersOf(before),
      deviation: 'sample',
      thresholds: parametersOf(before).thresholds.map((each) => ({ ...each, standardDeviations: 0.5 })),
    });
    expect(exampleWording).toEqual(before);
    expect(changeMeasureRules(exampleWording, {})).toEqual(exampleWording);
  });
});

describe('countReasons', () => {
  const reasons = (wording: typeof exampleWording, found: MeasuresByCode) =>
    countReasons(simulate(recipients, today, { wording, measures: found }).map(({ after }) => after));

  it('counts each recipient once for each reason, the commonest first', () =>
    expect(reasons(exampleWording, measures)).toEqual([
      // A meets the other of the two; B, C and Z would need the index, and Z has no share either.
      { code: 'measureThreshold', measure: 'inequalityIndex', reason: 'noDataset', recipients: 3 },
      { code: 'measureThreshold', measure: 'areaType12Share', reason: 'noValue', recipients: 1 },
    ]));

  it('has none where every value is there', () => {
    const all = { areaType12Share: exampleMeasure('areaType12Share', { ...spread, Z: 1 }) };
    expect(reasons(byShare, all)).toEqual([]);
  });
});
