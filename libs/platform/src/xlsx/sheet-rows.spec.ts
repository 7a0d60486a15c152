import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cell, type XlsxColumn } from './cells.js';
import { SheetRows } from './sheet-rows.js';

type Cell = string | null;
const TYPES: XlsxColumn['type'][] = ['id', 'text', 'json', 'money', 'integer', 'number', 'date', 'instant'];
const COLUMNS = TYPES.map((type) => ({ heading: type, type }));

/** As PostgreSQL writes it: in quotes only where it must be. */
const field = (value: Cell) =>
  value === null ? '' : value === '' || /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
const line = (values: Cell[]) => `${values.map(field).join(',')}\n`;

async function xmlOf(rows: Cell[][], size: number, most = Number.MAX_SAFE_INTEGER) {
  const bytes = Buffer.from(line(TYPES) + rows.map(line).join(''));
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const sheet = new SheetRows({
    columns: COLUMNS,
    rows: pieces(),
    cutMark: (length) => `[${length}]`,
    unguarded: (text) => text.slice(1),
  });
  let [xml, count] = ['', 0];
  for (let some = await sheet.take(most); some; some = await sheet.take(most)) {
    expect(some.rows).toBeGreaterThan(0);
    expect(some.rows).toBeLessThanOrEqual(most);
    xml += some.xml.toString();
    count += some.rows;
  }
  expect(count).toBe(rows.length);
  return { xml, cutCells: sheet.cutCells };
}

const unguarded = (type: string, value: Cell) =>
  type === 'text' && value?.startsWith("'") ? value.slice(1) : value;
const expected = (rows: Cell[][]) =>
  rows
    .map(
      (row) =>
        `<row>${row.map((value, at) => cell(COLUMNS[at]!, unguarded(TYPES[at]!, value))).join('')}</row>`,
    )
    .join('');

const PARTS = [
  'a',
  'Ö',
  '😀',
  '\ud7ff',
  '\ue000',
  '\u00a0',
  '\u0085',
  '\u00ad',
  ' ',
  '  ',
  '"',
  ',',
  '\n',
  '\r',
  '\t',
  "'",
];
const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '&',
  '<',
  '>',
  '_x0041_',
  '_x',
  '_',
  '\u007f',
  '\u0001',
  '7',
  '.',
  'e5',
  'NaN',
  '{"a":1}',
];

describe('rows of a sheet', () => {
  it('are the cells of their values, whatever these are and in pieces of any size', async () => {
    const value = fc.option(
      fc.array(fc.constantFrom(...PARTS, ...SIGNS), { maxLength: 5 }).map((parts) => parts.join('')),
    );
    const number = fc.oneof(
      value,
      fc.constantFrom('0', '-12', '1.5', '-0.25', '1.', '.5', '-', '1-2', '1e+20', 'Infinity', '007'),
    );
    const day = fc.oneof(value, fc.constantFrom('2026-11-29', '1850-01-01', '2026-11-29T01:02:03.456Z'));
    const row = fc.tuple(value, value, value, number, number, number, day, day);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        async (rows, size) => {
          expect((await xmlOf(rows, size)).xml).toBe(expected(rows));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('are as many at a time as are asked for, and no more than are packed at once', async () => {
    const rows = Array.from({ length: 5_000 }, (_, n): Cell[] => [
      `${n}`,
      'x'.repeat(50),
      null,
      `${n}`,
      null,
      null,
      null,
      null,
    ]);
    expect((await xmlOf(rows, 65_536)).xml).toBe(expected(rows));
    expect((await xmlOf(rows.slice(0, 100), 1_000, 7)).xml).toBe(expected(rows.slice(0, 100)));
  });

  it('may be longer than what is held at once, and are cut where no cell holds them', async () => {
    const long = (length: number): Cell[] => [
      'Å'.repeat(length),
      null,
      'b'.repeat(1_500),
      null,
      null,
      null,
      null,
      null,
    ];
    const rows = [long(1_000), long(20_000), long(32_767)];
    expect(await xmlOf(rows, 4_096)).toEqual({ xml: expected(rows), cutCells: 0 });
    const { xml, cutCells } = await xmlOf([long(40_000)], 4_096);
    expect(cutCells).toBe(1);
    expect(xml).toContain(`${'Å'.repeat(32_767 - 7)}[40000]</t>`);
  });

  it('must end with a whole one', async () => {
    const sheet = new SheetRows({
      columns: COLUMNS,
      rows: (async function* () {
        yield Buffer.from(`${line(TYPES)}a,"b\n`);
      })(),
      cutMark: () => '',
      unguarded: (text) => text,
    });
    await expect(sheet.take(1)).rejects.toThrow('The rows end within a record');
  });
});
