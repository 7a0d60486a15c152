import { describe, expect, it } from '@jest/globals';
import { programmes } from '../regulations/index.js';
import type { RuleKind } from '../regulations/rule.js';
import { EMPTY_CONTENT } from './application-content.js';
import { exampleCase, exampleContent, exampleWording } from './case.example.js';
import type { CaseFacts } from './facts.js';
import { checkSubmission, submissionRefusals } from './submission.js';

const submit = (change: Partial<CaseFacts>) => checkSubmission({ ...exampleCase, ...change }, exampleWording);

describe('checkSubmission', () => {
  it('lets the example case through', () => {
    const checks = submit({});
    expect(checks.verdict).toBe('eligible');
    expect(submissionRefusals(checks)).toEqual([]);
  });

  it('stops a plan that is wrong, though the recipient is eligible', () => {
    const checks = submit({ content: { ...exampleContent, requested: [{ year: 2027, amount: 900_001 }] } });
    expect(checks.verdict).toBe('eligible');
    expect(submissionRefusals(checks).map(({ code }) => code)).toEqual([
      'budgetBalance',
      'maxShareOfCosts',
      'maxShareOfCosts',
    ]);
  });

  it('stops what is late, unfinished and not eligible, all told at once', () => {
    const checks = submit({
      submittedOn: '2027-01-01',
      content: { ...exampleContent, title: '', statutoryDuty: true },
    });
    expect(checks.verdict).toBe('notEligible');
    expect(submissionRefusals(checks).map(({ code }) => code)).toEqual([
      'notStatutoryDuty',
      'submittedInTime',
      'mandatoryParts',
      'partMissing',
    ]);
  });

  it('lets through what an officer has to judge', () => {
    const checks = submit({ measures: {} });
    expect(checks.verdict).toBe('needsJudgement');
    expect(submissionRefusals(checks)).toEqual([]);
  });

  it('gives the same answer to the same facts, and changes none of them', () => {
    const before = JSON.stringify(exampleCase);
    expect(JSON.stringify(submit({}))).toBe(JSON.stringify(submit({})));
    expect(JSON.stringify(exampleCase)).toBe(before);
  });

  it('can be said of an empty draft under every wording', () => {
    for (const wording of programmes.flatMap((programme) => programme.wordings)) {
      const checks = checkSubmission({ ...exampleCase, content: EMPTY_CONTENT }, wording);
      expect(submissionRefusals(checks).length).toBeGreaterThan(0);
    }
  });
});

describe('every rule of every wording', () => {
  /** Rules that do not concern a municipality in a call for a mapping are asked of others. */
  const asked: Partial<Record<RuleKind, Partial<CaseFacts>>> = {
    regionContainsAnnexMunicipality: { recipient: { ...exampleCase.recipient, kind: 'region' } },
    requiresApprovedStep: { call: { ...exampleCase.call, step: 'measures' } },
  };
  const rows = programmes.flatMap(({ code, wordings }) =>
    wordings.flatMap((wording) => wording.rules.map((rule) => [code, rule.code, wording, rule] as const)),
  );

  it.each(rows)('%s: %s answers once, in one of the three', (_, code, wording, rule) => {
    const mapping: CaseFacts = { ...exampleCase, call: { ...exampleCase.call, step: 'mapping' } };
    const checks = checkSubmission({ ...mapping, ...asked[rule.kind] }, { ...wording, rules: [rule] });
    const lists = [checks.eligibility, checks.coFinancing, checks.completeness];
    expect(lists.flat().filter((finding) => finding.code === code)).toHaveLength(1);
  });
});
