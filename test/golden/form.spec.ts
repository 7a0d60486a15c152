import { describe, expect, it } from '@jest/globals';
import { findProgramme, programmes } from '#domain/regulations/index';
import { LANGUAGES } from '#text';
import { expectGolden } from './golden.js';
import { asRead, forbiddenInArchive, readPdf, tagged } from '#testing';
import { composeForm } from '../../libs/core/src/documents/compose-form.js';
import { typesetDocument } from '../../libs/core/src/documents/typeset-document.js';

const call = {
  title: 'Demo: åtgärder 2027',
  opensOn: '2027-02-01',
  closesOn: '2027-03-31',
  step: 'measures' as const,
  years: [2027, 2028, 2029],
};
const sender = { agency: 'Demomyndigheten Medel', isDemo: true };
const example = findProgramme('exempel-2027')!;

describe('the empty application form', () => {
  it.each(LANGUAGES)('is read as it was reviewed (%s), with every field and the rules', async (language) => {
    const document = composeForm(
      language,
      { call, programme: example, wording: example.wordings[0]! },
      sender,
    );
    const content = await typesetDocument(document);
    expect(forbiddenInArchive(content)).toEqual([]);
    const pdf = await readPdf(content);
    expectGolden(`test/golden/letters/form.${language}.txt`, asRead(pdf));
    const standards = ['PDF/A-2A', 'PDF/UA-1'];
    expect(pdf).toMatchObject({ title: document.title, standards, isTagged: true, displaysTitle: true });
    expect(pdf.language).toBe(language === 'sv' ? 'sv-SE' : 'en-GB');
    expect(tagged(pdf, 'H2').map(({ text }) => text)).toEqual(
      document.sections.map(({ heading }) => heading),
    );
    expect(pdf.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
  });

  const wordings = programmes.flatMap((programme) =>
    programme.wordings.map(
      (wording) => [`${programme.code} ${wording.validFrom}`, programme, wording] as const,
    ),
  );
  it.each(wordings)('tells every rule of %s in words', (_, programme, wording) => {
    for (const language of LANGUAGES) {
      const { sections } = composeForm(language, { call, programme, wording }, sender);
      const rules = sections[1]!.parts;
      expect(JSON.stringify(rules)).not.toMatch(/undefined|null|–\.|[{]\w+[:}]|ruleInWords/);
      const list = rules.find((part) => part.kind === 'list')!;
      const untold = wording.rules.filter(
        (rule) => rule.kind === 'needsJudgement' && rule.parameters.question === 'textNotAvailable',
      );
      expect(list.kind === 'list' && list.items.length).toBe(wording.rules.length - untold.length);
    }
  });
});
