import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { readAll, short, told } from './reading.fixture.js';

const sample = (name: string) => readFile(`data/api-samples/scb-pxwebapi-v2-${name}.json`);
/** In December the table has no value yet for the years it shows; April is there for 2026 alone. */
const inTotal = {
  measure: 'population',
  code: '000007SF',
  where: { Kon: 'TotSa', Alder: '0-9' },
};

describe('an answer of SCB in JSON-stat', () => {
  it('is read as it was recorded, one part of the table by choice', async () => {
    const { rows, rejected } = await readAll(await sample('data-TAB6471'), {
      mapping: { measures: [inTotal], period: 'M04', leaveOut: COUNTIES },
    });
    expect(rejected).toEqual([]);
    const answer = JSON.parse(String(await sample('data-TAB6471'))) as { value: number[] };
    // Region, age, sex, contents and month, the last fastest: 21 × 11 × 3 × 1 × 4; April 2026 is the last month.
    const stockholm = answer.value[3]!;
    const skane = answer.value[9 * 11 * 3 * 4 + 3]!;
    expect(short(rows)).toContain(`4 01 population 2026 ${stockholm}`);
    expect(short(rows)).toContain(`1192 12 population 2026 ${skane}`);
    expect(rows).toHaveLength(4);
  });

  it('says what has to be chosen, once', async () => {
    const choose = (mapping: unknown) => readAll(sample_, { mapping });
    const sample_ = await sample('data-TAB6471');
    expect(
      told((await choose({ measures: [{ measure: 'population', code: '000007SF' }] })).rejected),
    ).toEqual(['1 dimensionNotChosen', '1 dimensionNotChosen']);
    expect(told((await choose({ measures: [inTotal], leaveOut: COUNTIES })).rejected)).toEqual(
      [1, 2, 3, 4].map((line) => `${line} partOfYear`),
    );
    expect(told((await choose({ measures: [{ ...inTotal, code: 'other' }] })).rejected)).toEqual([
      '1 unknownMeasure',
    ]);
    const where = { ...inTotal.where, Civil: 'G' };
    expect(told((await choose({ measures: [{ ...inTotal, where }] })).rejected)).toEqual([
      '1 dimensionNotFound',
    ]);
    expect(told((await choose({ measures: [inTotal], region: 'Ort' })).rejected)).toEqual([
      '1 dimensionMissing',
    ]);
    const nowhere = { ...inTotal.where, Alder: '0-99' };
    expect(told((await choose({ measures: [{ ...inTotal, where: nowhere }] })).rejected)).toEqual([
      '2772 noRows',
    ]);
  });

  it('is metadata, which holds no value', async () => {
    const { rejected } = await readAll(await sample('metadata-TAB6471'), {
      mapping: { measures: [inTotal] },
    });
    expect(told(rejected)).toEqual(['1 noRows']);
    expect(told((await readAll(await sample('config'))).rejected)).toEqual(['1 notTheFormat']);
  });

  const table = (parts: Record<string, unknown> = {}) => ({
    version: '2.0',
    class: 'dataset',
    id: ['Region', 'ContentsCode', 'Tid'],
    size: [2, 1, 2],
    role: { time: ['Tid'], metric: ['ContentsCode'] },
    dimension: {
      Region: { category: { index: ['0180', '1280'] } },
      ContentsCode: { category: { label: { X1: 'Andel' } } },
      Tid: { category: { index: { 2021: 0, 2022: 1 } } },
    },
    value: [0.1, 0.2, null, 0.4],
    ...parts,
  });
  const mapping = { measures: [{ measure: 'areaType12Share', code: 'X1' }] };
  const expected = [
    '1 0180 areaType12Share 2021 0.1',
    '2 0180 areaType12Share 2022 0.2',
    '3 1280 areaType12Share 2021 null',
    '4 1280 areaType12Share 2022 0.4',
  ];
  const { value, ...rest } = table();

  it.each<[string, unknown, string[]]>([
    ['as it comes', table({ status: { 2: '..' } }), expected],
    ['its values first', { value, ...rest }, expected],
    ['values by their place', table({ value: { 0: 0.1, 3: 0.4 } }), [expected[0]!, expected[3]!]],
    [
      'values as texts',
      table({ value: ['0.1', '0.2', '..', '0.4'] }),
      [expected[0]!, expected[1]!, '3 1280 areaType12Share 2021 null', expected[3]!],
    ],
  ])('is read with %s, in pieces of any size', async (_, answer, lines) => {
    for (const piece of [1, 65_536]) {
      const { rows, rejected } = await readAll(JSON.stringify(answer), { mapping, piece });
      expect(rejected).toEqual([]);
      expect(short(rows)).toEqual(lines);
    }
  });

  it('leaves the whole country out, and tells once of a place that is not known', async () => {
    const category = { index: ['00', '9999'] };
    const dimension = { ...table().dimension, Region: { category } };
    const { rejected } = await readAll(JSON.stringify(table({ dimension })), { mapping });
    expect(told(rejected)).toEqual(['3 unknownOrganisation']);
  });

  it.each<[string, unknown, string[]]>([
    ['fewer values than cells', table({ value: [0.1, 0.2] }), ['2 wrongValueCount']],
    ['more values than cells', table({ value: [0.1, 0.2, 0.3, 0.4, 0.5] }), ['5 wrongValueCount']],
    ['sizes that do not hold', table({ size: [3, 1, 2] }), ['1 brokenTable']],
    [
      'a dimension that is not described',
      table({ id: ['Region', 'Kon', 'ContentsCode', 'Tid'], size: [2, 1, 1, 2] }),
      ['4 brokenTable'],
    ],
    ['a list in place of a name', table({ id: [[], 'ContentsCode', 'Tid'] }), ['1 brokenTable']],
    ['an object in place of a size', table({ size: [2, {}, 2] }), ['1 brokenTable']],
    [
      'one dimension as place and time',
      table({ role: { geo: ['Tid'], time: ['Tid'] } }),
      ['1 dimensionMissing'],
    ],
    ['percent', table({ value: [10, 0.2, null, 0.4] }), ['1 percentInsteadOfShare']],
    ['a collection', { ...table(), class: 'collection' }, ['1 notTheFormat']],
  ])('has %s', async (_, answer, codes) => {
    expect(told((await readAll(JSON.stringify(answer), { mapping })).rejected)).toEqual(codes);
  });

  it('has NaN, as some programs write it', async () => {
    const answer = JSON.stringify(table()).replace('0.2', 'NaN').replace('0.4', '-Infinity');
    expect(told((await readAll(answer, { mapping })).rejected)).toEqual(['2 notANumber', '4 notANumber']);
  });
});

describe('an answer of SCB in the older JSON', () => {
  const columns = [
    { code: 'Region', text: 'region', type: 'd' },
    { code: 'Kon', text: 'kön', type: 'd' },
    { code: 'Tid', text: 'år', type: 't' },
    { code: 'X1', text: 'Andel', type: 'c' },
    { code: 'X2', text: 'Folkmängd', type: 'c' },
  ];
  const answer = (...data: [string[], string[]][]) =>
    `\ufeff${JSON.stringify({ columns, comments: [], data: data.map(([key, values]) => ({ key, values })), metadata: [{ source: 'SCB' }] })}`;
  const mapping = {
    measures: [
      { measure: 'areaType12Share', code: 'X1', percent: true, where: { Kon: '1+2' } },
      { measure: 'population', code: 'X2', where: { Kon: '1+2' } },
    ],
  };

  it('is read with two contents, percent as told', async () => {
    const file = answer(
      [
        ['00', '1+2', '2022'],
        ['7.5', '10521556'],
      ],
      [
        ['0180', '1', '2022'],
        ['99.5', '490000'],
      ],
      [
        ['0180', '1+2', '2022'],
        ['12.5', '984748'],
      ],
      [
        ['1280', '1+2', '2022'],
        ['..', '357377'],
      ],
    );
    const { rows, rejected } = await readAll(file, { mapping, piece: 11 });
    expect(rejected).toEqual([]);
    expect(short(rows)).toEqual([
      '3 0180 areaType12Share 2022 0.125',
      '3 0180 population 2022 984748',
      '4 1280 areaType12Share 2022 null',
      '4 1280 population 2022 357377',
    ]);
  });

  it.each<[string, [string[], string[]], string[]]>([
    [
      'percent above a hundred',
      [
        ['0180', '1+2', '2022'],
        ['101', '1'],
      ],
      ['1 aboveHundredPercent'],
    ],
    [
      'a code that lost its zero',
      [
        ['180', '1+2', '2022'],
        ['1', '1'],
      ],
      ['1 lostLeadingZero', '1 lostLeadingZero'],
    ],
    [
      'a value too many',
      [
        ['0180', '1+2', '2022'],
        ['1', '1', '1'],
      ],
      ['1 wrongFieldCount'],
    ],
    [
      'thousand separators',
      [
        ['0180', '1+2', '2022'],
        ['1', '984 748'],
      ],
      ['1 thousandSeparator'],
    ],
  ])('has %s', async (_, row, codes) => {
    expect(told((await readAll(answer(row), { mapping })).rejected)).toEqual(codes);
  });

  it('does not read one dimension as place and time, whoever says so', async () => {
    const row = answer([
      ['0180', '1+2', '2022'],
      ['1', '1'],
    ]);
    const asTold = await readAll(row, { mapping: { ...mapping, region: 'Tid' } });
    const inFile = await readAll(row.replace('"Region"', '"Ort"').replace('"Tid"', '"Kommun"'), { mapping });
    for (const { rejected } of [asTold, inFile]) {
      expect(told(rejected)).toEqual(['1 dimensionMissing']);
      expect(rejected[0]!.data).toMatchObject({ dimension: 'time' });
    }
  });

  it('does not add up what is not chosen', async () => {
    const open = {
      measures: [
        { measure: 'areaType12Share', code: 'X1' },
        { measure: 'population', code: 'X2', where: { Kon: '1' } },
      ],
    };
    const file = answer(
      [
        ['0180', '1', '2022'],
        ['0.1', '1'],
      ],
      [
        ['0180', '2', '2022'],
        ['0.2', '2'],
      ],
      [
        ['1280', '2', '2022'],
        ['0.2', '2'],
      ],
    );
    expect(told((await readAll(file, { mapping: open })).rejected)).toEqual(['2 dimensionNotChosen']);
    // What is told of the file can be stored.
    const odd = file.replace('"Kon"', '"K\\u0000n\\ud800"');
    const mapped = { measures: [open.measures[0]!, { measure: 'population', code: 'X2' }] };
    for (const { data } of (await readAll(odd, { mapping: mapped })).rejected)
      expect(data).toEqual({ dimension: 'K n\ufffd' });
  });
});

describe('an answer of Kolada', () => {
  const value = (kpi: string, municipality: unknown, period: unknown, ...values: unknown[]) => ({
    kpi,
    municipality,
    period,
    values,
  });
  const total = (amount: unknown, status = '') => ({
    gender: 'T',
    count: 1,
    status,
    value: amount,
    isdeleted: false,
  });
  const page = (...values: unknown[]) =>
    JSON.stringify({ values, next_url: null, previous_url: null, count: values.length });
  const mapping = { measures: [{ measure: 'areaType12Share', code: 'N00001', percent: true }] };

  it('is read page after page, the value of all and not of women', async () => {
    const file = [
      page(
        value('N00001', '0180', 2022, { gender: 'K', value: 50 }, total(12.5)),
        value('N00001', '0000', 2022, total(9)),
      ),
      page(value('N00001', '1280', '2022', total(null, 'Missing')), value('N00001', '0012', 2021, total(3))),
    ].join('\n');
    const { rows, rejected } = await readAll(file, { mapping, format: 'kolada', piece: 13 });
    expect(rejected).toEqual([]);
    expect(short(rows)).toEqual([
      '2 0180 areaType12Share 2022 0.125',
      '4 1280 areaType12Share 2022 null',
      '5 12 areaType12Share 2021 0.03',
    ]);
  });

  it.each<[string, [next: string | null, count: number | undefined][], string[]]>([
    ['its last page', [['?page=2', 1]], ['1 pagesMissing']],
    [
      'its last page after another',
      [
        ['?page=2', 1],
        ['?page=3', 1],
      ],
      ['2 pagesMissing'],
    ],
    [
      'nothing, each page counted',
      [
        ['?page=2', 1],
        [null, 1],
      ],
      [],
    ],
    [
      'nothing, all pages counted',
      [
        ['?page=2', 2],
        [null, 2],
      ],
      [],
    ],
    [
      'nothing, two answers after one another',
      [
        [null, 1],
        [null, 1],
      ],
      [],
    ],
    ['nothing, and does not count', [[null, undefined]], []],
    ['a value of a page', [[null, 2]], ['1 wrongPageCount']],
    [
      'a page in the middle',
      [
        ['?page=2', 3],
        [null, 3],
      ],
      ['2 wrongPageCount', '2 wrongPageCount'],
    ],
  ])('may lack %s', async (_, pages, codes) => {
    const file = pages.map(([next_url, count], index) => {
      const values = [value('N00001', ['0180', '1280'][index]!, 2022, total(1))];
      return { values, next_url, count };
    });
    // Whatever stands first in them.
    for (const each of [file, file.map(({ values, ...rest }) => ({ ...rest, values }))]) {
      const { rejected } = await readAll(each.map((page) => JSON.stringify(page)).join(''), { mapping });
      expect(told(rejected)).toEqual(codes);
    }
  });

  it('can give women and men as measures of their own', async () => {
    const both = {
      measures: [
        { measure: 'population', code: 'N1', gender: 'K' },
        { measure: 'inequalityIndex', code: 'N1', gender: 'M' },
      ],
    };
    const file = page(
      value('N1', '0180', 2022, { gender: 'K', value: 1 }, { gender: 'M', value: 2 }, total(3)),
    );
    expect(short((await readAll(file, { mapping: both })).rows)).toEqual([
      '1 0180 population 2022 1',
      '2 0180 inequalityIndex 2022 2',
    ]);
  });

  it.each<[string, unknown, string[]]>([
    ['an unknown key figure', value('N99999', '0180', 2022, total(1)), ['1 unknownMeasure']],
    ['a code as a number', value('N00001', 180, 2022, total(1)), ['1 lostLeadingZero']],
    [
      'a unit that is no municipality',
      value('N00001', 'V15E128000101', 2022, total(1)),
      ['1 unknownOrganisation'],
    ],
    ['no period', value('N00001', '0180', null, total(1)), ['1 notYear']],
    ['a negative value', value('N00001', '0180', 2022, total(-1)), ['1 negativeValue']],
    ['a value twice', value('N00001', '0180', 2022, total(1), total(1)), ['2 duplicateRow']],
    ['a text', value('N00001', '0180', 2022, total('många')), ['1 notANumber']],
    [
      'names of JavaScript',
      { ...value('__proto__', 'constructor', 'toString', total(1)) },
      ['1 unknownMeasure', '1 unknownOrganisation', '1 notYear'],
    ],
  ])('has %s', async (_, group, codes) => {
    expect(told((await readAll(page(group), { mapping })).rejected)).toEqual(codes);
  });

  it.each<[string, string | Buffer, string]>([
    ['is cut off', page(value('N00001', '0180', 2022, total(1))).slice(0, -20), '1 truncatedFile'],
    ['goes on after its end', `${page(value('N00001', '0180', 2022, total(1)))}]`, '1 notJson'],
    ['is not JSON', '{"values": [}', '1 notJson'],
    ['is not UTF-8', Buffer.from('{"values": [{"kpi": "å"}]}', 'latin1'), '1 brokenCharacters'],
    ['is a list', '[1, 2]', '1 notTheFormat'],
    ['is something else', '{"type":"FeatureCollection","features":[]}', '1 notTheFormat'],
    ['is deep', `{"values": ${'['.repeat(100)}`, '1 notJson'],
    ['has a text without end', `{"values": "${'x'.repeat(1_200_000)}`, '1 notJson'],
    ['is empty', page(), '1 noRows'],
  ])('%s', async (_, file, expected) => {
    expect(told((await readAll(file, { mapping })).rejected)).toEqual([expected]);
  });

  it('is not what it was said to be', async () => {
    const { rejected } = await readAll(page(), { format: 'jsonStat2' });
    expect(rejected).toEqual([{ line: 1, code: 'notTheFormat', data: { found: 'kolada' } }]);
  });
});

/** Regions of the recorded answer that the specs do not know. */
const COUNTIES = '03 04 06 07 08 09 10 13 17 18 19 20 21 22 23 24 25'.split(' ');
