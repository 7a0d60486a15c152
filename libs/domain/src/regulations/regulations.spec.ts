import { describe, expect, it } from '@jest/globals';
import { isLocalDate } from '../shared/local-date.js';
import { findProgramme, programmes, wordingAt, wordingForCall } from './index.js';
import { ANNEX_2018_151 } from './sfs-2018-151.js';

const wordings = programmes.flatMap((programme) =>
  programme.wordings.map((wording) => ({ programme, wording })),
);

describe('the programmes', () => {
  it('are these, the examples marked', () =>
    expect(programmes.map(({ code, isExample }) => [code, isExample])).toEqual([
      ['sfs-2018-151', false],
      ['sfs-2018-118', false],
      ['sfs-2018-119', false],
      ['exempel-2025', true],
      ['exempel-2027', true],
    ]));

  it('are found by code, and no others', () => {
    expect(findProgramme('sfs-2018-118')?.repealed).toEqual({ by: '2022:1710', on: '2023-01-01' });
    expect(findProgramme('sfs-2018-117')).toBeUndefined();
  });

  it('say nothing of appeal where the sources do not', () =>
    expect(programmes.map((programme) => programme.appeal)).toEqual(
      programmes.map(() => ({ kind: 'unknown', citation: null })),
    ));

  it('call an example by no number of a real ordinance', () => {
    for (const { programme, wording } of wordings)
      expect(wording.sfs === 'exempel').toBe(programme.isExample);
  });
});

describe('the wordings', () => {
  it.each(programmes.map((programme) => [programme.code, programme] as const))(
    'of %s follow on each other without gap or overlap',
    (_, { wordings: list, repealed }) => {
      list.forEach((wording, index) => {
        expect(isLocalDate(wording.validFrom)).toBe(true);
        const next = list[index + 1];
        if (next) expect(wording.validTo).toBe(next.validFrom);
        else expect(wording.validTo).toBe(repealed?.on ?? null);
        if (wording.validTo) expect(wording.validTo > wording.validFrom).toBe(true);
      });
    },
  );

  it('give every rule a code of its own', () => {
    for (const { wording } of wordings) {
      const codes = wording.rules.map((rule) => rule.code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const code of codes) expect(code).toMatch(/^[a-z][A-Za-z0-9]*$/);
    }
  });

  it('ask an officer where a section is not available', () => {
    for (const { wording } of wordings.filter(
      ({ wording: { sectionsNotAvailable } }) => sectionsNotAvailable.length,
    )) {
      const question = wording.rules.find(
        (rule) => rule.kind === 'needsJudgement' && rule.parameters.question === 'textNotAvailable',
      );
      expect(question).toBeDefined();
    }
  });

  it('limit the years of 2018:151 in the first wording only', () => {
    const kinds = findProgramme('sfs-2018-151')!.wordings.map(({ rules }) => rules.map((rule) => rule.kind));
    expect(kinds.map((list) => list.includes('maxYears'))).toEqual([true, false]);
    expect(kinds.map((list) => list.includes('calendarYear'))).toEqual([true, false]);
  });

  it('let associations apply under 2018:118 from 2021 on', () => {
    const allowed = findProgramme('sfs-2018-118')!.wordings.map(({ rules }) =>
      rules.some(
        (rule) => rule.kind === 'recipientKind' && rule.parameters.kinds.includes('municipalAssociation'),
      ),
    );
    expect(allowed).toEqual([false, false, true, true]);
  });
});

it('annex 1 of 2018:151 names 32 municipalities, each once', () => {
  expect(new Set(ANNEX_2018_151).size).toBe(32);
  for (const code of ANNEX_2018_151) expect(code).toMatch(/^\d{4}$/);
  expect(ANNEX_2018_151).toContain('1275');
  expect(ANNEX_2018_151).toContain('1280');
});

describe('wordingAt', () => {
  it.each([
    ['sfs-2018-151', '2018-04-18', undefined],
    ['sfs-2018-151', '2018-04-19', null],
    ['sfs-2018-151', '2021-01-31', null],
    ['sfs-2018-151', '2021-02-01', '2020:1266'],
    ['sfs-2018-118', '2019-12-31', null],
    ['sfs-2018-118', '2020-01-01', '2019:1128'],
    ['sfs-2018-118', '2021-02-01', '2020:1264'],
    ['sfs-2018-118', '2022-02-28', '2020:1264'],
    ['sfs-2018-118', '2022-03-01', '2022:59'],
    ['sfs-2018-118', '2022-12-31', '2022:59'],
    ['sfs-2018-118', '2023-01-01', undefined],
    ['sfs-2018-119', '2021-02-01', '2020:1265'],
    ['sfs-2018-119', '2022-03-01', '2022:60'],
    ['sfs-2018-119', '2023-01-01', undefined],
  ])('%s on %s was amended by %p', (code, date, amendedBy) =>
    expect(wordingAt(findProgramme(code)!, date)?.amendedBy).toBe(amendedBy),
  );
});

describe('wordingForCall', () => {
  const example = findProgramme('exempel-2027')!;
  it('pins the wording in force, else the first to come, else none', () => {
    expect(wordingForCall(example, '2027-03-01')).toBe(example.wordings[0]);
    expect(wordingForCall(example, '2026-11-24')).toBe(example.wordings[0]);
    expect(wordingForCall(findProgramme('sfs-2018-151')!, '2018-01-01')?.amendedBy).toBeNull();
    expect(wordingForCall(findProgramme('sfs-2018-118')!, '2023-01-01')).toBeUndefined();
  });
});
