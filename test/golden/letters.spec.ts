import { describe, expect, it, test } from '@jest/globals';
import { LETTER_KINDS } from '#domain/documents/letter-kind';
import { programmes } from '#domain/regulations/index';
import { expectGolden } from './golden.js';
import { blocks } from '../../libs/text/src/letters/blocks.js';
import { asRead, forbiddenInArchive, readPdf, tagged } from '#testing';
import { composeLetter, type LetterTold } from '../../libs/core/src/documents/compose-letter.js';
import { appealOf } from '../../libs/core/src/documents/compose-decision.js';
import { exampleLetter, SENDER } from './letter-examples.js';
import { COLOURS } from '../../libs/core/src/documents/letter-template.js';
import { typesetDocument } from '../../libs/core/src/documents/typeset-document.js';
import { Words } from '../../libs/core/src/documents/words.js';

const compose = (told: LetterTold, language: 'sv' | 'en' = 'sv') => composeLetter(language, told, SENDER);
const typeset = async (told: LetterTold) => readPdf(await typesetDocument(compose(told).document));

/** What a person or an organisation may have typed, and what must still be read in the letter. */
const HOSTILE = [
  '#eval("1+1") #panic("x") #import "x.typ"',
  '$ x^2 $ \\ \\u{41} @ref <label> *fet* _kursiv_ `kod` = rubrik',
  '- lista + lista / term: text // kommentar /* block */',
  'å ä ö Å Ä Ö é ŝ ü ß – — ” “ ’ … € § ½',
  '"} ]] #data.sender ${agency} {granted:kr} [valfri {x}]',
];

describe.each(LETTER_KINDS)('a letter of the kind %s', (kind) => {
  it('is read as it was reviewed, by its tags', async () => {
    const told = exampleLetter(kind);
    const { document, blocks } = compose(told);
    const pdf = await readPdf(await typesetDocument(document));
    expectGolden(`test/golden/letters/${kind}.txt`, `${asRead(pdf)}\n${blocks.join('\n')}\n`);
  });

  it('has what those need who do not see it', async () => {
    const { document } = compose(exampleLetter(kind));
    const content = await typesetDocument(document);
    expect(forbiddenInArchive(content)).toEqual([]);
    const pdf = await readPdf(content);
    expect(pdf).toMatchObject({
      standards: ['PDF/A-2A', 'PDF/UA-1'],
      title: document.title,
      language: 'sv-SE',
      isTagged: true,
      displaysTitle: true,
    });
    const headings = document.sections.map(({ heading }) => heading);
    expect(tagged(pdf, 'H1', 'H2').map(({ role, text }) => `${role} ${text}`)).toEqual([
      `H1 ${document.title}`,
      ...headings.map((heading) => `H2 ${heading}`),
    ]);
    expect(pdf.bookmarks).toEqual([`1 ${document.title}`, ...headings.map((heading) => `2 ${heading}`)]);
    const tables = document.sections.flatMap(({ parts }) => parts).filter((part) => part.kind === 'table');
    expect(tagged(pdf, 'Caption').map(({ text }) => text)).toEqual(tables.map(({ caption }) => caption));
    expect(tagged(pdf, 'TH').map(({ text }) => text)).toEqual(
      tables.flatMap(({ columns }) => columns.map(({ title }) => title)),
    );
    expect(pdf.fonts.length).toBeGreaterThan(0);
    expect(pdf.fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  });

  it('says the same in English', () => {
    const [sv, en] = [compose(exampleLetter(kind)), compose(exampleLetter(kind), 'en')];
    expect(en.blocks).toEqual(sv.blocks);
    expect(en.document.sections).toHaveLength(sv.document.sections.length);
    expectGolden(`test/golden/letters/${kind}.en.json`, `${JSON.stringify(en.document, null, 2)}\n`);
  });

  it('gives the same file again', async () => {
    const { document } = compose(exampleLetter(kind));
    const [once, twice] = [await typesetDocument(document), await typesetDocument(document)];
    expect(once.equals(twice)).toBe(true);
  });
});

describe('what somebody typed', () => {
  const typed = (text: string): LetterTold => {
    const told = exampleLetter('completionRequest');
    return {
      ...told,
      facts: { completion: { items: [{ text }], dueOn: '2027-03-10' } },
      subject: { ...told.subject, project: text, recipient: { name: text, organisationNumber: text } },
    };
  };
  const items = async (text: string) => tagged(await typeset(typed(text)), 'LBody').map((each) => each.text);

  it.each(HOSTILE)('is never read as markup: %s', async (text) => {
    const pdf = await typeset(typed(text));
    expect(tagged(pdf, 'LBody').map((each) => each.text)).toEqual([text]);
    expect(tagged(pdf, 'P').filter((each) => each.text.includes(text)).length).toBeGreaterThanOrEqual(2);
    expect(tagged(pdf, 'H2')).toHaveLength(5);
  });

  it('is shown by its number where the font has no sign, and where it would turn the text around', async () => {
    expect(await items('tak 😀 \u202e000 1\u202c \u200fx 中')).toEqual([
      'tak [U+1F600] [U+202E]000 1[U+202C] [U+200F]x [U+4E2D]',
    ]);
  });

  it('stays on the page, however long a word is', async () => {
    const pdf = await typeset(typed('x'.repeat(10_000)));
    const whole = tagged(pdf, 'LBody').map((each) => each.text);
    expect(whole.join('').replace(/[\s\u200b]/g, '') === 'x'.repeat(10_000)).toBe(true);
    expect(pdf.pages).toBeGreaterThan(2);
    // A4 is 595 points wide, and the margin 24 mm.
    expect(pdf.rightEdge).toBeLessThanOrEqual(595.3 - 68);
    expect(pdf.rightEdge).toBeGreaterThan(400);
  });

  it('keeps its lines and its paragraphs', async () => {
    const told = exampleLetter('approval');
    const decision = { ...told.subject.decision!, reasons: 'ett\ntvå\n\n\ntre\n \n' };
    const { document } = compose({ ...told, subject: { ...told.subject, decision } });
    const { parts } = document.sections.find(({ heading }) => heading === 'Skälen för beslutet')!;
    expect(parts.slice(0, 2)).toEqual([
      { kind: 'text', text: 'ett\ntvå' },
      { kind: 'text', text: 'tre' },
    ]);
  });
});

test('every part that a letter may have stands in one of them, or is of an appeal', () => {
  const variants: LetterTold[] = LETTER_KINDS.map(exampleLetter);
  const granted = exampleLetter('approval');
  const recovered = exampleLetter('recoveryDemand');
  const decision = { ...granted.subject.decision!, reportsDue: [] };
  const recovery = { ...recovered.subject.recovery!, hasAnswered: false, withoutAnswer: 'Demo: brådskar.' };
  variants.push({ ...granted, subject: { ...granted.subject, decision } });
  variants.push({ ...recovered, subject: { ...recovered.subject, recovery } });
  const used = new Set(variants.flatMap((told) => compose(told).blocks.map((id) => id.split('/')[0]!)));
  const unused = Object.keys(blocks).filter((name) => !used.has(name));
  expect(unused).toEqual(['heading.appeal', 'appeal.none', 'appeal.court']);
});

describe('appeal', () => {
  const told = (kind: 'none' | 'court' | 'unknown') =>
    appealOf(new Words('sv', '2027-01-01', { agency: 'Demo' }), {
      appeal: {
        kind,
        citation: kind === 'unknown' ? null : { sfs: '2018:1', section: '9 §', wordingFrom: '2018-01-01' },
      },
    });

  it('is told where the programme says, and not a word where it does not', () => {
    expect(told('unknown')).toEqual([]);
    expect(told('none')[0]!.parts).toEqual([
      { kind: 'text', text: 'Beslutet får inte överklagas, enligt 9 § (SFS 2018:1).' },
    ]);
    expect(JSON.stringify(told('court'))).toContain('tre veckor');
  });

  it('is unknown for every ordinance that we have, so that no letter speaks of it', () => {
    expect(programmes.filter(({ appeal }) => appeal.kind !== 'unknown')).toEqual([]);
    const written = LETTER_KINDS.map((kind) => JSON.stringify(compose(exampleLetter(kind)).document));
    expect(written.filter((letter) => /överklag/i.test(letter))).toEqual([]);
  });
});

test('colours stand against white, and against the shade of a table’s head, by 7:1', () => {
  for (const colour of [COLOURS.text, COLOURS.muted, COLOURS.line])
    for (const ground of ['#ffffff', COLOURS.shade])
      expect(contrast(colour, ground)).toBeGreaterThanOrEqual(7);
});

/** WCAG 2.2: relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red, green, blue] = [1, 3, 5]
      .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}
