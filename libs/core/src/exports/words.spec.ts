import { describe, expect, it } from '@jest/globals';
import { hasText, headingCode, text } from '#text';
import { exportKinds } from './export-kinds.js';
import { inWords, statusesOf, wordsOf } from './words.js';

/** Columns of text that hold no codes: names, numbers and codes of places and statutes, and what people have written. */
const FREE = new Set(
  `registryNumber programmeCode call organisationCode organisation title reasons funder appropriationCode appropriation id
  description currency recipientOrganisationNumber recipientCode recipientName metBy datasetId datasetSource vintage sha256
  source licence county municipalityGroup populationSource activity areaCodes result indicator municipalityCode municipality
  areaCode area placeCode place proposedBy decidedBy`.split(/\s+/),
);
/** Columns that hold codes, of one kind or more. */
const CODED = new Set(
  exportKinds.flatMap(({ columns }) => columns.flatMap(({ key, words }) => (words ? [key] : []))),
);
/** The same key is a text there. */
const FREE_IN: Record<string, string[]> = {
  measures: ['source'],
  'measure-trend': ['source'],
  'evaluation-figures': ['source'],
};

describe.each(exportKinds)('the columns of $kind', ({ kind, columns, filters, statuses }) => {
  it('are coded, with words for their codes, or known to hold none', () => {
    const texts = columns.filter(({ type, words }) => type === 'text' && words === undefined);
    const unknown = texts.filter(({ key }) => !FREE.has(key));
    const codedElsewhere = texts.filter(({ key }) => CODED.has(key) && !(FREE_IN[kind] ?? []).includes(key));
    expect([...unknown, ...codedElsewhere].map(({ key }) => key)).toEqual([]);
  });

  it('have words in both languages for every code', () => {
    for (const column of columns.filter(({ words }) => words !== undefined))
      for (const language of ['sv', 'en'] as const) {
        const words = wordsOf(language, column);
        expect([column.key, words.length > 1]).toEqual([column.key, true]);
        for (const [code, word] of words) expect(hasText(`${column.words}.${code}`) && word).not.toBe('');
      }
  });

  it('say what a status may be, where it may be chosen', () => {
    if (!filters.includes('status')) return;
    const allowed = statusesOf({ columns, statuses });
    expect(allowed.length).toBeGreaterThan(2);
    expect(allowed).not.toContain('draft');
  });

  it('say that lapsed years are in what was granted, where they are told beside it', () => {
    const keys = columns.map(({ key }) => key);
    if (!keys.includes('granted') || !(keys.includes('lapsed') || keys.includes('yearStatus'))) return;
    expect(headingCode(kind, 'granted')).toBe(`column.granted.${kind}`);
  });
});

describe('words', () => {
  it('stand for one code, or for several that stand apart by spaces', () => {
    expect(inWords('sv', 'status.decision', 'superseded')).toBe('Ersatt');
    expect(inWords('en', 'status.decision', 'superseded')).toBe('Superseded');
    expect(inWords('sv', 'targetGroup', 'youth newArrivals')).toBe('Unga, Nyanlända');
    expect(inWords('sv', 'evaluationRemark', 'somewhat more than')).toBe('Något mer än');
  });

  it('stand for nothing else', () => {
    expect(inWords('sv', 'evaluationBasis', 'SCB, 2025')).toBe('SCB, 2025');
    expect(inWords('sv', 'targetGroup', 'youth och andra')).toBe('youth och andra');
    expect(inWords('sv', 'targetGroup', '')).toBe('');
  });
});

describe('a heading', () => {
  it.each([
    ['recoveries', 'paid', 'Inbetalt', 'Paid in'],
    ['appropriation-follow-up', 'paid', 'Utbetalt, utan det återbetalda', 'Paid, less what was returned'],
    ['payments', 'paid', 'Utbetalt', 'Paid'],
    ['summary', 'granted', 'Beviljat bidrag (även förfallet)', 'Granted (lapsed too)'],
    ['decisions', 'granted', 'Beviljat bidrag', 'Granted'],
    ['eligibility', 'outcome', 'Kontrollutfall', 'Finding'],
    ['decisions', 'outcome', 'Utgång', 'Outcome'],
  ])('of %s says what %s is there', (kind, key, sv, en) => {
    const code = headingCode(kind, key);
    expect(hasText(code) && [text('sv', code), text('en', code)]).toEqual([sv, en]);
  });

  it('does not call the checksum of a data set what the cover calls that of the file', () => {
    for (const language of ['sv', 'en'] as const)
      expect(text(language, 'column.sha256')).not.toBe(text(language, 'cover.file'));
  });
});
