import { describe, expect, it } from '@jest/globals';
import { findProgramme, wordingAt } from '../regulations/index.js';
import type { Wording } from '../regulations/programme.js';
import type { RecipientKind, Rule } from '../regulations/rule.js';
import { computeVerdict, type Finding } from '../shared/finding.js';
import { exampleCase, exampleContent, exampleWording } from './case.example.js';
import { checkEligibility, checkRecipient } from './eligibility.js';
import type { CaseFacts, RecipientFacts } from './facts.js';

const recipient = (kind: RecipientKind, code: string | null, memberCodes: string[] = []): RecipientFacts => ({
  id: 'organisation',
  kind,
  code,
  name: 'Namn',
  memberCodes,
});
const malmö = recipient('municipality', '1280');
const vallentuna = recipient('municipality', '0115');
const skåne = recipient('region', '12', ['1280', '1275']);
const association = recipient('municipalAssociation', null, ['0115']);
const club = recipient('nonProfit', null);

const wording = (code: string, date: string): Wording => wordingAt(findProgramme(code)!, date)!;
const outcomes = (findings: Finding[]) =>
  Object.fromEntries(findings.map(({ code, outcome }) => [code, outcome]));
const only = (rule: Rule): Wording => ({ ...exampleWording, rules: [rule] });

/** What one rule alone says of the example case with some facts changed. */
function ask(rule: Rule, change: Partial<CaseFacts>): Finding | undefined {
  const findings = checkEligibility({ ...exampleCase, ...change }, only(rule));
  expect(findings.length).toBeLessThanOrEqual(1);
  return findings[0];
}

describe('checkRecipient', () => {
  const of = (code: string, date: string, who: RecipientFacts) =>
    outcomes(checkRecipient({ recipient: who, measures: {} }, wording(code, date)));

  it.each([
    ['an annex municipality', malmö, { recipientKind: 'met', recipientInAnnex: 'met' }],
    ['another municipality', vallentuna, { recipientKind: 'met', recipientInAnnex: 'notMet' }],
    ['a region', skåne, { recipientKind: 'notMet' }],
    ['an association of people', club, { recipientKind: 'notMet' }],
  ])('2018:151: %s', (_, who, expected) => expect(of('sfs-2018-151', '2019-01-01', who)).toEqual(expected));

  it.each([
    ['2018-05-01', vallentuna, { recipientKind: 'met' }],
    ['2018-05-01', skåne, { recipientKind: 'met' }],
    ['2018-05-01', association, { recipientKind: 'notMet' }],
    ['2021-02-01', association, { recipientKind: 'met' }],
    ['2021-02-01', club, { recipientKind: 'notMet' }],
    // The annex of 2022:59 is not in our sources: nobody is in it, and nobody is out of it.
    ['2022-03-01', malmö, { recipientKind: 'met', recipientInAnnex: 'needsJudgement' }],
    ['2022-03-01', skåne, { recipientKind: 'met', regionContainsAnnexMunicipality: 'needsJudgement' }],
    ['2022-03-01', association, { recipientKind: 'met', regionContainsAnnexMunicipality: 'needsJudgement' }],
  ])('2018:118 on %s', (date, who, expected) => expect(of('sfs-2018-118', date, who)).toEqual(expected));

  it('2018:119 asks an officer about the association, and of local roots from 2021', () => {
    expect(of('sfs-2018-119', '2018-05-01', club)).toEqual({
      recipientKind: 'met',
      associationRequirements: 'needsJudgement',
    });
    const [, asked] = checkRecipient(
      { recipient: club, measures: {} },
      wording('sfs-2018-119', '2021-02-01'),
    );
    expect(asked!.data.question).toBe('associationRequirementsAndLocalRoots');
  });

  it('cites the ordinance, the section and the day of the wording', () => {
    const [kind] = checkRecipient({ recipient: malmö, measures: {} }, wording('sfs-2018-151', '2021-06-01'));
    expect(kind!.citation).toEqual({ sfs: '2018:151', section: '3 §', wordingFrom: '2021-02-01' });
  });

  it('finds exactly the 32 of the annex among codes', () => {
    const codes = Array.from({ length: 2600 }, (_, index) => String(index).padStart(4, '0'));
    const eligible = codes.filter((code) => {
      const findings = checkRecipient(
        { recipient: recipient('municipality', code), measures: {} },
        wording('sfs-2018-151', '2019-01-01'),
      );
      return computeVerdict(findings) === 'eligible';
    });
    expect(eligible).toHaveLength(32);
  });
});

describe('regionContainsAnnexMunicipality with a known annex', () => {
  const rule: Rule = {
    kind: 'regionContainsAnnexMunicipality',
    code: 'region',
    section: '3 §',
    parameters: { codes: ['1280'] },
  };
  it.each([
    [skåne, 'met'],
    [association, 'notMet'],
    [recipient('region', '09'), 'needsJudgement'],
    [malmö, undefined],
  ])('%#', (who, expected) => expect(ask(rule, { recipient: who })?.outcome).toBe(expected));
});

describe('partnerOfKind', () => {
  const rule: Rule = {
    kind: 'partnerOfKind',
    code: 'partner',
    section: '2 §',
    parameters: { kinds: ['municipality', 'region'] },
  };
  it.each<[(RecipientKind | null)[], string]>([
    [[], 'notMet'],
    [['nonProfit'], 'notMet'],
    [['nonProfit', 'region'], 'met'],
    [[null, 'municipality'], 'met'],
    [['nonProfit', null], 'needsJudgement'],
  ])('%p is %s', (partnerKinds, expected) => expect(ask(rule, { partnerKinds })!.outcome).toBe(expected));
});

describe('purpose', () => {
  const rule: Rule = {
    kind: 'purpose',
    code: 'purpose',
    section: '3 §',
    parameters: { areas: ['education'] },
  };
  const [activity] = exampleContent.activities;
  it.each([
    [['education'], 'met'],
    [['education', 'crime'], 'notMet'],
    [['education', null], 'needsJudgement'],
    [['crime', null], 'notMet'],
    [[], 'needsJudgement'],
  ] as const)('%p is %s', (areas, expected) => {
    const activities = areas.map((priorityArea) => ({ ...activity!, priorityArea }));
    expect(ask(rule, { content: { ...exampleContent, activities } })!.outcome).toBe(expected);
  });
});

describe('notStatutoryDuty', () => {
  const rule: Rule = { kind: 'notStatutoryDuty', code: 'duty', section: '5 §', parameters: {} };
  it.each([
    [false, 'met'],
    [true, 'notMet'],
    [null, 'needsJudgement'],
  ])('%p is %s', (statutoryDuty, expected) =>
    expect(ask(rule, { content: { ...exampleContent, statutoryDuty } })!.outcome).toBe(expected),
  );
});

describe('requiresApprovedStep', () => {
  const rule: Rule = {
    kind: 'requiresApprovedStep',
    code: 'step',
    section: null,
    parameters: { step: 'mapping', forStep: 'measures' },
  };
  const call = (step: 'mapping' | 'measures' | null) => ({ ...exampleCase.call, step });
  it('lets measures follow on an approved mapping, and asks nothing of other calls', () => {
    expect(ask(rule, { call: call('measures') })!.outcome).toBe('notMet');
    expect(ask(rule, { call: call('measures'), approvedSteps: ['mapping'] })!.outcome).toBe('met');
    expect(ask(rule, { call: call('mapping') })).toBeUndefined();
    expect(ask(rule, { call: call(null) })).toBeUndefined();
  });
  it('is practice, so it cites no section', () => expect(ask(rule, {})!.citation).toBeNull());
});

describe('submittedInTime', () => {
  const rule: Rule = { kind: 'submittedInTime', code: 'time', section: '9 §', parameters: {} };
  it.each([
    ['2026-09-30', 'notMet', 'notOpen'],
    ['2026-10-01', 'met', undefined],
    ['2026-12-31', 'met', undefined],
    ['2027-01-01', 'notMet', 'late'],
  ])('%s is %s', (submittedOn, outcome, reason) => {
    const finding = ask(rule, { submittedOn })!;
    expect([finding.outcome, finding.data.reason]).toEqual([outcome, reason]);
  });
});

describe('noUnsettledReport', () => {
  const rule: Rule = { kind: 'noUnsettledReport', code: 'report', section: '10 §', parameters: {} };
  const due = (dueOn: string) => ({ id: `report-${dueOn}`, dueOn });
  it('is not met by an overdue report, and met by one due today or later', () => {
    const facts = { submittedOn: '2026-11-24' };
    expect(ask(rule, facts)!.outcome).toBe('met');
    expect(ask(rule, { ...facts, unsettledReports: [due('2026-11-24'), due('2027-02-15')] })!.outcome).toBe(
      'met',
    );
    const finding = ask(rule, { ...facts, unsettledReports: [due('2026-11-23'), due('2026-11-24')] })!;
    expect([finding.outcome, finding.data.overdue]).toEqual(['notMet', [due('2026-11-23')]]);
  });
});

describe('checkEligibility', () => {
  it('finds the example case eligible, every rule answered', () => {
    const findings = checkEligibility(exampleCase, exampleWording);
    expect(outcomes(findings)).toEqual({
      recipientKind: 'met',
      measureThreshold: 'met',
      purpose: 'met',
      notStatutoryDuty: 'met',
      submittedInTime: 'met',
      noUnsettledReport: 'met',
    });
  });

  it('tells every failing rule at once', () => {
    const facts: CaseFacts = {
      ...exampleCase,
      recipient: recipient('municipality', 'B'),
      content: { ...exampleContent, statutoryDuty: true },
      submittedOn: '2027-01-01',
    };
    const failed = checkEligibility(facts, exampleWording).filter(({ outcome }) => outcome === 'notMet');
    expect(failed.map(({ code }) => code)).toEqual([
      'measureThreshold',
      'notStatutoryDuty',
      'submittedInTime',
    ]);
  });

  it('holds everything that checkRecipient says', () => {
    for (const [code, date] of [
      ['sfs-2018-151', '2019-01-01'],
      ['sfs-2018-118', '2022-03-01'],
      ['sfs-2018-119', '2021-02-01'],
    ] as const) {
      const all = checkEligibility({ ...exampleCase, recipient: malmö }, wording(code, date));
      const some = checkRecipient({ recipient: malmö, measures: {} }, wording(code, date));
      expect(all).toEqual(expect.arrayContaining(some));
      expect(all.length).toBeGreaterThan(some.length);
    }
  });
});
