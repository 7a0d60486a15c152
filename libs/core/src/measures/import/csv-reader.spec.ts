import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { text } from '#text';
import { readMeasureFile } from './read-measure-file.js';
import { context, readAll, short, told } from './reading.fixture.js';

const HEADER = 'organisation;measure;year;value';
const long = (...rows: string[]) => [HEADER, ...rows].join('\n');
const utf16le = (content: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, 'utf16le')]);
const utf16be = (content: string) => Buffer.from(utf16le(content)).swap16();

describe('a CSV file', () => {
  const one = ['2 0180 areaType12Share 2022 0.125'];

  it.each<[string, string | Buffer]>([
    ['semicolons and a decimal comma', long('0180;areaType12Share;2022;0,125')],
    ['semicolons and a decimal point', long('0180;areaType12Share;2022;0.125')],
    ['commas', 'municipality_code,measure,year,value\n0180,areaType12Share,2022,0.125'],
    [
      'commas and a quoted decimal comma',
      'municipality_code,measure,year,value\n0180,areaType12Share,2022,"0,125"',
    ],
    ['tabs', 'kommunkod\tmått\tår\tvärde\n0180\tareaType12Share\t2022\t0,125\n'],
    ['Swedish names in another order', 'Värde;År;Mått;Kommunkod\r\n0,125;2022;areaType12Share;0180\r\n'],
    [
      'names in capitals with spaces',
      'Organisation Code; MEASURE ;Year;Value\n0180;areatype12share;2022;0.125',
    ],
    ['a mark of UTF-8', `\ufeff${long('0180;areaType12Share;2022;0,125')}`],
    ['UTF-16 as Excel saves it', utf16le(long('0180;areaType12Share;2022;0,125'))],
    ['UTF-16 the other way', utf16be(long('0180;areaType12Share;2022;0,125'))],
    ['Windows-1252', Buffer.from('kommunkod;mått;år;värde\n0180;areaType12Share;2022;0,125', 'latin1')],
    ['quoted fields', '"organisation";"measure";"year";"value"\n"0180";"areaType12Share";"2022";"0,125"'],
    [
      'returns alone, as an old Mac writes them',
      long('0180;areaType12Share;2022;0,125').replaceAll('\n', '\r'),
    ],
    ['a name beside the code', 'kommun;kommunkod;mått;år;värde\nStockholm;0180;areaType12Share;2022;0,125'],
    ['code and name in one', long('0180 Stockholm;areaType12Share;2022;0,125')],
    ['a code that Excel is kept from reading as a number', long('="0180";areaType12Share;2022;0,125')],
    ['empty columns and lines that Excel leaves', `${HEADER};\n0180;areaType12Share;2022;0,125;\n;;;;\n`],
    ['an exponent', long('0180;areaType12Share;2022;1,25E-01')],
    ['a measure for each column', 'kommunkod;år;areaType12Share\n0180;2022;0,125'],
    ['a year for each column', 'kommunkod;mått;2022\n0180;areaType12Share;0,125'],
  ])('is read with %s, in pieces of any size', async (_, file) => {
    for (const piece of [1, 7, 65_536]) {
      const { rows, rejected } = await readAll(file, { piece });
      expect(rejected).toEqual([]);
      expect(short(rows)).toEqual(one);
    }
  });

  it('is counted in lines as an editor counts them', async () => {
    const file = `sep=;\r\n\r\n${HEADER};namn\r\n0180;areaType12Share;2022;0,1;"två\r\nrader"\r\n\r\n1280;areaType12Share;2022;0,2;`;
    const { rows, rejected } = await readAll(file);
    expect(rejected).toEqual([]);
    expect(rows.map(({ line }) => line)).toEqual([4, 7]);
  });

  it('may have columns of several measures and years, and say the quality of each row', async () => {
    const file =
      'kod;år;areaType12Share;inequalityIndex;kvalitet\n0180;2021;0,1;12,5;närmevärde\n0180;2022;0,2;..;';
    const { rows, rejected } = await readAll(file, { mapping: { quality: 'computed' } });
    expect(rejected).toEqual([]);
    expect(short(rows)).toEqual([
      '2 0180 areaType12Share 2021 0.1',
      '2 0180 inequalityIndex 2021 12.5',
      '3 0180 areaType12Share 2022 0.2',
      '3 0180 inequalityIndex 2022 null',
    ]);
    expect(rows.map(({ quality }) => quality)).toEqual(['proxy', 'proxy', 'computed', 'computed']);
  });

  it('takes measure, year and percent from the mapping when it does not say them', async () => {
    const mapping = {
      year: 2022,
      measures: [{ measure: 'areaType12Share', code: 'share_proxy', percent: true }],
    };
    const { rows } = await readAll('municipality_code,share_proxy\n0180,12.5\n1280,7 %', { mapping });
    expect(short(rows)).toEqual(['2 0180 areaType12Share 2022 0.125', '3 1280 areaType12Share 2022 0.07']);
  });

  it.each(['..', '.', '', ' .. '])('has no value where it says %j', async (marker) => {
    const { rows, rejected } = await readAll(long(`0180;areaType12Share;2022;${marker}`));
    expect(rejected).toEqual([]);
    expect(rows).toMatchObject([{ value: null }]);
  });
});

describe('a row that cannot be loaded is told by its line', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['9999;areaType12Share;2022;0,1', 'unknownOrganisation', { code: '9999' }],
    ['Stockholm;areaType12Share;2022;0,1', 'unknownOrganisation', { code: 'Stockholm' }],
    ['180;areaType12Share;2022;0,1', 'lostLeadingZero', { code: '180', meant: '0180' }],
    ['1;areaType12Share;2022;0,1', 'lostLeadingZero', { code: '1', meant: '01' }],
    ['999;areaType12Share;2022;0,1', 'unknownOrganisation', { code: '999' }],
    [';areaType12Share;2022;0,1', 'organisationMissing', {}],
    ['0180;happiness;2022;0,1', 'unknownMeasure', { code: 'happiness' }],
    ['0180;;2022;0,1', 'measureMissing', { code: '' }],
    ['0180;areaType12Share;1999;0,1', 'wrongYear', { year: '1999', from: '2010', to: '2026' }],
    ['0180;areaType12Share;2027;0,1', 'wrongYear', { year: '2027' }],
    ['0180;areaType12Share;22;0,1', 'notYear', { year: '22' }],
    ['0180;areaType12Share;2022-12-31;0,1', 'notYear', { year: '2022-12-31' }],
    ['0180;areaType12Share;2022M12;0,1', 'partOfYear', { period: '2022M12' }],
    [
      '0180;areaType12Share;2022;12,5',
      'percentInsteadOfShare',
      { value: '12,5', measure: 'areaType12Share' },
    ],
    ['0180;areaType12Share;2022;12,5 %', 'percentInsteadOfShare', { value: '12,5 %' }],
    ['0180;areaType12Share;2022;1,0000001', 'percentInsteadOfShare', { value: '1,0000001' }],
    ['0180;population;2022;-5', 'negativeValue', { value: '-5' }],
    ['0180;population;2022;\u22125', 'negativeValue', { value: '\u22125' }],
    ['0180;population;2022;984 748', 'thousandSeparator', { value: '984 748' }],
    ['0180;population;2022;984\u00a0748', 'thousandSeparator', { value: '984\u00a0748' }],
    ['0180;population;2022;984\u202f748', 'thousandSeparator', { value: '984\u202f748' }],
    ['0180;population;2022;984.748', 'thousandSeparator', { value: '984.748' }],
    ['0180;inequalityIndex;2022;1.234,5', 'thousandSeparator', { value: '1.234,5' }],
    ['0180;inequalityIndex;2022;1.234.567', 'thousandSeparator', {}],
    ['0180;areaType12Share;2022;NaN', 'notANumber', { value: 'NaN' }],
    ['0180;areaType12Share;2022;Infinity', 'notANumber', { value: 'Infinity' }],
    ['0180;inequalityIndex;2022;1e999', 'notANumber', { value: '1e999' }],
    ['0180;areaType12Share;2022;#DIV/0!', 'notANumber', { value: '#DIV/0!' }],
    ['0180;areaType12Share;2022;0x1F', 'notANumber', {}],
    ['0180;areaType12Share;2022', 'wrongFieldCount', { expected: 4, found: 3 }],
    ['0180;areaType12Share;2022;0,1;9', 'wrongFieldCount', { expected: 4, found: 5 }],
    ['0180;areaType12Share;2022;"0,1"1', 'strayQuote', {}],
  ])('%s: %s', async (row, code, data) => {
    const { rows, rejected } = await readAll(
      long('1280;areaType12Share;2022;0,1', row, '1480;areaType12Share;2022;0,2'),
    );
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(rejected).toEqual([{ line: 3, code, data: expect.objectContaining(data) }]);
    const said = text('sv', `importRow.${rejected[0]!.code}`, rejected[0]!.data);
    expect(said).not.toMatch(/–|[{}[\]]/);
    expect(said).toContain(String(Object.values(data)[0] ?? ''));
  });

  it('says everything that is wrong with a row', async () => {
    const { rejected } = await readAll(long('180;happiness;1999;0,1'));
    expect(told(rejected)).toEqual(['2 lostLeadingZero', '2 unknownMeasure', '2 wrongYear']);
  });

  it('knows a duplicate, and the line of the first', async () => {
    const row = '0180;areaType12Share;2022;0,1';
    const { rejected } = await readAll(
      long(row, '0180;areaType12Share;2021;0,1', '0180 Stockholm;areaType12Share;2022;0,3'),
    );
    expect(rejected).toMatchObject([
      { line: 4, code: 'duplicateRow', data: { firstLine: 2, code: '0180', year: '2022' } },
    ]);
  });

  it('wants one decimal mark in the whole file', async () => {
    const { rejected } = await readAll(
      long(
        '0180;inequalityIndex;2022;0,5',
        '1280;inequalityIndex;2022;0.5',
        '1480;inequalityIndex;2022;1.500',
      ),
    );
    expect(told(rejected)).toEqual(['3 mixedDecimals', '4 thousandSeparator']);
  });

  it.each([
    [['utf8', 'latin1', 'utf8'], '3 mixedEncodings'],
    [['latin1', 'utf8', 'latin1'], '3 mixedEncodings'],
  ] as const)('wants one encoding in the whole file: %p', async (encodings, expected) => {
    const rows = ['0180;Söder', '1280;Malmö', '1480;Göteborg'].map(
      (row) => `${row};areaType12Share;2022;0,1\n`,
    );
    const lines = rows.map((row, index) => Buffer.from(row, encodings[index]));
    const file = Buffer.concat([Buffer.from('kod;namn;measure;year;value\n'), ...lines]);
    for (const piece of [1, 65_536]) {
      const read = await readAll(file, { piece });
      expect(read.rows.map(({ line }) => line)).toEqual([2, 4]);
      expect(told(read.rejected)).toEqual([expected]);
    }
  });

  it('stops after as many as help', async () => {
    const rows = Array.from({ length: 5_000 }, () => '9999;areaType12Share;2022;0,1');
    const { rejected } = await readAll(long(...rows));
    expect(rejected).toHaveLength(1_001);
    expect(rejected.at(-1)).toEqual({ line: 1_001, code: 'tooManyRejected', data: { max: 1_000 } });
  });

  it('shows of the file only what can be stored and printed', async () => {
    const { rejected } = await readAll(long(`\u0001${'å'.repeat(500)};areaType12Share;2022;0,1`));
    expect(rejected[0]!.data['code']).toMatch(/^å{79}…$|^ å{78}…$/);
  });
});

describe('a file that cannot be read', () => {
  it.each<[string, string | Buffer, string[]]>([
    ['nothing in it', '', ['1 emptyFile']],
    ['nothing but lines', '\n\n  \n', ['1 emptyFile']],
    ['nothing but a mark', '\ufeff', ['1 emptyFile']],
    ['nothing but a header', `${HEADER}\n`, ['1 noRows']],
    ['no header', '0180;areaType12Share;2022;0,1\n', ['1 headerMissing']],
    ['an unknown column', `${HEADER};anm\n0180;areaType12Share;2022;0,1;x`, ['1 unknownColumn']],
    ['a column twice', 'organisation;measure;year;year;value\n', ['1 columnTwice']],
    ['columns that are missing', 'organisation;value\n0180;1', ['1 columnMissing', '1 columnMissing']],
    [
      'a quote that is not closed',
      long('"0180;areaType12Share;2022;0,1', '1280;areaType12Share;2022;0,1'),
      ['2 unclosedQuote'],
    ],
    [
      'zeros, as UTF-16 without a mark',
      Buffer.from(long('0180;areaType12Share;2022;0,1'), 'utf16le'),
      ['1 notTheFormat'],
    ],
    ['a page instead', '<!doctype html><html></html>', ['1 notTheFormat']],
    ['a PDF instead', '%PDF-1.7 …', ['1 notTheFormat']],
    ['JSON instead', '{"values":[]}', ['1 notTheFormat']],
  ])('has %s', async (_, file, expected) => {
    const { rows, rejected } = await readAll(file, { format: 'csv' });
    expect(told(rejected)).toEqual(expected);
    if (!expected.includes('1 unknownColumn')) expect(rows).toEqual([]);
  });

  it('is not the CSV that was expected to be JSON', async () => {
    const { rejected } = await readAll(long('0180;areaType12Share;2022;0,1'), { format: 'kolada' });
    expect(rejected).toEqual([{ line: 1, code: 'notTheFormat', data: { found: 'text' } }]);
  });

  it('is too large, or has a line that never ends', async () => {
    const row = '0180;areaType12Share;2022;0,1\n';
    expect(
      told((await readAll(long(row.repeat(100)), { limits: { bytes: 2_000 }, piece: 500 })).rejected),
    ).toContain('66 fileTooLarge');
    expect(told((await readAll(long('x'.repeat(200_000)))).rejected)).toEqual(['2 recordTooLong']);
    expect(told((await readAll(long(`"${'x\n'.repeat(100_000)}`))).rejected)).toEqual(['2 unclosedQuote']);
  });

  it('names a mapping that chooses what the file has not', async () => {
    const mapping = { measures: [{ measure: 'areaType12Share' }, { measure: 'population', code: 'folk' }] };
    const { rejected } = await readAll(long('0180;areaType12Share;2022;0,1'), { mapping });
    expect(rejected).toEqual([
      { line: 2, code: 'choiceNotFound', data: { measure: 'population', code: 'folk' } },
    ]);
  });

  it('throws when its bytes cannot be fetched: that is not what it holds', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from(long(''));
        throw new Error('The disk is gone');
      })(),
    );
    const read = async () => {
      for await (const rejected of readMeasureFile(broken, 'csv', context(), () => undefined))
        expect(rejected).toEqual([]);
    };
    await expect(read()).rejects.toThrow('The disk is gone');
  });
});
