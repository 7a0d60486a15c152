import { describe, expect, it } from '@jest/globals';
import { exampleMeasure, exampleWording } from './case.example.js';
import { checkRecipient, checkRecipients } from './eligibility.js';
import { describeEvidence } from './evidence-card.js';
import type { RecipientFacts } from './facts.js';

/** Mean 5, population deviation 2: A stands at z = 2, B at 1. */
const areaType12Share = exampleMeasure('areaType12Share', { A: 9, B: 7, C: 5, D: 5, E: 4, F: 4, G: 4, H: 2 });
const measures = { areaType12Share };
const recipient = (
  kind: RecipientFacts['kind'],
  code: string,
  memberCodes: string[] = [],
): RecipientFacts => ({
  id: code,
  kind,
  code,
  name: code,
  memberCodes,
});
const card = (of: RecipientFacts) =>
  describeEvidence(checkRecipient({ recipient: of, measures }, exampleWording), of.code);

describe('describeEvidence', () => {
  it('gives a line to a rule, and one to each threshold with all its figures', () => {
    const [kind, index, share] = card(recipient('municipality', 'A'));
    expect(kind).toMatchObject({ rule: 'recipientKind', measure: null, dataset: null, outcome: 'met' });
    expect(index).toMatchObject({ measure: 'inequalityIndex', reason: 'noDataset', mean: null, z: null });
    expect(share).toEqual({
      rule: 'measureThreshold',
      citation: { sfs: 'exempel', section: '2 §', wordingFrom: '2027-01-01' },
      municipality: 'A',
      measure: 'areaType12Share',
      value: 9,
      mean: 5,
      standardDeviation: 2,
      standardDeviations: 1.5,
      threshold: 8,
      z: 2,
      n: 8,
      year: 2026,
      quality: 'proxy',
      dataset: areaType12Share.dataset,
      outcome: 'met',
      reason: null,
      override: null,
    });
  });

  it('tells which member met the rule for a region', () => {
    const lines = card(recipient('region', '99', ['H', 'A'])).filter(({ measure }) => measure !== null);
    expect(lines.map(({ municipality, measure, value, z }) => [municipality, measure, value, z])).toEqual([
      ['A', 'inequalityIndex', null, null],
      ['A', 'areaType12Share', 9, 2],
    ]);
  });

  it('tells of the thresholds alone where no member met it', () => {
    const lines = card(recipient('region', '99', ['H', 'G'])).filter(({ measure }) => measure !== null);
    expect(lines.map(({ municipality, value, threshold }) => [municipality, value, threshold])).toEqual([
      [null, null, null],
      [null, null, 8],
    ]);
  });

  it('carries the officer’s judgement on every line of its rule', () => {
    const findings = checkRecipient({ recipient: recipient('municipality', 'B'), measures }, exampleWording);
    const override = { computed: 'needsJudgement', outcome: 'met', motive: 'm', by: 'o', at: 't' } as const;
    const judged = findings.map((each) => (each.code === 'measureThreshold' ? { ...each, override } : each));
    expect(describeEvidence(judged, 'B').map((line) => line.override)).toEqual([null, override, override]);
  });
});

it('is the same asked of many at once as of one after another', () => {
  const all = [
    ...['A', 'B', 'C', 'H', 'Z'].map((code) => recipient('municipality', code)),
    recipient('region', '99', ['A', 'B']),
    recipient('municipalAssociation', 'x', []),
    recipient('nonProfit', 'y'),
  ];
  expect(checkRecipients(all, measures, exampleWording)).toEqual(
    all.map((each) => ({
      recipient: each,
      findings: checkRecipient({ recipient: each, measures }, exampleWording),
    })),
  );
});
