import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatOre } from './ore.js';
import { looksLikeSie, readSie } from './sie.js';
import { readObjects, readSieLine } from './sie-line.js';

describe('readSieLine', () => {
  it.each<[string, unknown]>([
    ['#TRANS 5010 {} 100.00', ['5010', [], '100.00']],
    ['\t#TRANS\t5010\t{1 "456" 7 "47"}\t-100.00', ['5010', ['1', '456', '7', '47'], '-100.00']],
    ['#VER A 1 20270131 "Lokal hyra" 20270201', ['A', '1', '20270131', 'Lokal hyra', '20270201']],
    ['#VER "" "" 20270131 ""', ['', '', '20270131', '']],
    ['#FNAMN "Demo \\"Huset\\" AB"', ['Demo "Huset" AB']],
    ['#FNAMN "C:\\demo"', ['C:\\demo']],
    ['#TRANS 5010 {6 "A } B"} 1', ['5010', ['6', 'A } B'], '1']],
    ['#TRANS 5010 { } 1 ', ['5010', [], '1']],
    ['#FNAMN "öppen', 'unclosedQuote'],
    ['#TRANS 5010 {6 P1 1', 'unclosedBrace'],
    ['#TRANS 5010 {6 {7 8} 1} 1', 'strayCharacter'],
    ['#TRANS 5010 } 1', 'strayCharacter'],
    ['#FNAMN "a"b', 'strayCharacter'],
    ['TRANS 5010', 'noLabel'],
    ['# TRANS', 'noLabel'],
  ])('%s', (text, expected) => {
    const read = readSieLine(text);
    expect(typeof read === 'string' ? read : read.fields).toEqual(expected);
  });

  it('reads every text that is quoted and escaped', () => {
    const text = fc
      .string({ unit: 'grapheme-ascii', maxLength: 40 })
      .filter((each) => !each.endsWith('\\') && !each.includes('\\"'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (fields) => {
        const line = `#X ${fields.map((field) => `"${field.replaceAll('"', '\\"')}"`).join(' ')}`;
        expect(readSieLine(line)).toEqual({ label: '#X', fields });
      }),
    );
  });
});

it('reads objects in pairs', () => {
  expect(readObjects(['1', 'A', '6', 'B'])).toEqual([
    { dimension: '1', object: 'A' },
    { dimension: '6', object: 'B' },
  ]);
  expect(readObjects(['1'])).toBeUndefined();
  expect(readObjects('1')).toBeUndefined();
});

const HEAD = ['#FLAGGA 0', '#FORMAT PC8', '#SIETYP 4', '#ORGNR 212000-1124', '#FNAMN "Demo kommun"'];
const ver = (...rows: string[]) => ['#VER A 1 20270131 "Demo"', '{', ...rows, '}'];
const read = (...lines: string[]) => readSie([...HEAD, ...lines].join('\r\n'));
const told = (...lines: string[]) => read(...lines).findings.map(({ code, data }) => [code, data['line']]);

describe('readSie', () => {
  it('reads rows with their objects, days and sums', () => {
    const { rows, findings, company, verificationCount } = read(
      ...ver(
        '   #TRANS 5010 {6 "P1"} 1000.50 20270115 "Hyra" 1 "SIGN"',
        '   #TRANS 2440 {} -1000.50',
        '   #BTRANS 5010 {} 9.00',
        '   #RTRANS 5020 {} 0.00',
        '   #TRANS 5020 {} 0.00',
      ),
    );
    expect(findings).toEqual([]);
    expect([company, verificationCount]).toEqual([{ name: 'Demo kommun', number: '212000-1124' }, 1]);
    expect(rows).toMatchObject([
      {
        line: 8,
        date: '2027-01-15',
        account: '5010',
        amount: 100_050,
        text: 'Hyra',
        objects: [{ dimension: '6', object: 'P1' }],
      },
      { line: 9, date: '2027-01-31', account: '2440', amount: -100_050, objects: [] },
      { line: 12, account: '5020', amount: 0 },
    ]);
  });

  it.each<[string, string[], [string, number][]]>([
    [
      'a missing balance',
      ver('#TRANS 5010 {} 10.00', '#TRANS 2440 {} -9.99'),
      [['verificationUnbalanced', 6]],
    ],
    [
      'a sum that is none',
      ver('#TRANS 5010 {} 10,00', '#TRANS 2440 {} -9.99'),
      [['accountingAmountInvalid', 8]],
    ],
    ['a day that is none', ver('#TRANS 5010 {} 0 20270231'), [['accountingDateInvalid', 8]]],
    ['an account that is none', ver('#TRANS bank {} 0'), [['accountInvalid', 8]]],
    ['no list of objects', ver('#TRANS 5010 0 0'), [['objectsInvalid', 8]]],
    ['half a pair of objects', ver('#TRANS 5010 {6} 0'), [['objectsInvalid', 8]]],
    ['a quote that is open', ver('#TRANS 5010 {} 5 20270101 "x'), [['sieLineUnreadable', 8]]],
    ['a row outside', ['#TRANS 5010 {} 1'], [['rowOutsideVerification', 6]]],
    [
      'a row before the brace',
      ['#VER A 1 20270101', '#TRANS 5010 {} 0', '{', '}'],
      [['rowOutsideVerification', 7]],
    ],
    ['a brace too many', ['}'], [['braceUnexpected', 6]]],
    ['an open end', ['#VER A 1 20270101', '{', '#TRANS 5010 {} 0'], [['verificationNotClosed', 6]]],
    ['a verification in another', ['#VER A 1 20270101', '{', ...ver()], [['verificationNotClosed', 6]]],
    ['a verification without a day', ['#VER A 1 0', '{', '}'], [['accountingDateInvalid', 6]]],
  ])('tells %s by its line', (_, lines, expected) => expect(told(...lines)).toEqual(expected));

  it('tells of another type than 4', () => {
    expect(readSie('#SIETYP 1').findings).toMatchObject([{ code: 'notSieType4', data: { type: '1' } }]);
    expect(readSie('#FLAGGA 0').findings).toMatchObject([{ code: 'notSieType4', data: { type: null } }]);
  });

  it('names the verification and what is missing', () =>
    expect(read(...ver('#TRANS 5010 {} 10.05')).findings[0]).toMatchObject({
      path: 'file:6',
      data: { verification: 'A 1', difference: '10.05' },
    }));

  it('finds every verification that does not balance, and no other', () => {
    const sums = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sums, fc.integer({ min: -5, max: 5 })), { maxLength: 8 }),
        (verifications) => {
          const lines = verifications.flatMap(([own, fault]) => {
            const rest = -own.reduce((sum, each) => sum + each, 0) + fault;
            return ver(...[...own, rest].map((ore) => `#TRANS 5010 {} ${formatOre(ore)}`));
          });
          const { findings, rows } = read(...lines);
          expect(findings.map(({ data }) => data['difference'])).toEqual(
            verifications.filter(([, fault]) => fault !== 0).map(([, fault]) => formatOre(fault)),
          );
          expect(rows).toHaveLength(verifications.reduce((sum, [own]) => sum + own.length + 1, 0));
        },
      ),
    );
  });

  it('reads anything at all without a fall', () => {
    const piece = fc.constantFrom(
      '#VER',
      '#TRANS',
      '{',
      '}',
      '"',
      '\\"',
      ' ',
      '\n',
      '5010',
      '1.00',
      '20270101',
      'å',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => void readSie(pieces.join(''))),
      { numRuns: 500 },
    );
  });
});

it('tells no more of a file of its words than is read', () => {
  const long = 'x'.repeat(65_000);
  const { findings, company } = read(
    `#FNAMN ${long}`,
    `#VER ${long} 1 ${long}`,
    '{',
    `#TRANS ${long} {} ${long} ${long}`,
    '}',
    `#VER ${long} 2 20270101`,
  );
  expect(findings.map(({ code }) => code)).toContain('accountInvalid');
  expect(JSON.stringify({ findings, company }).length).toBeLessThan(2_000);
});

it('knows SIE by its first label', () => {
  expect(looksLikeSie('\ufeff\r\n#FLAGGA 0')).toBe(true);
  expect(looksLikeSie('Datum;Konto')).toBe(false);
});
