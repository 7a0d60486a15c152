import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from '#platform/csv';
import { readSheet, unzipAll } from '#testing';
import { xlsxWorkbook, type WorkbookParts, type XlsxColumn } from '#platform/xlsx';

const COLUMNS: XlsxColumn[] = [
  { heading: 'Rubrik', type: 'text' },
  { heading: 'Belopp', type: 'money' },
  { heading: 'Mått', type: 'number' },
  { heading: 'Dag', type: 'date' },
  { heading: 'Tidpunkt', type: 'instant' },
];
const ROW = ['Örebro', '1234567', '0.25', '2026-02-28', '2026-02-28T22:59:59.123Z'];
const HOSTILE = [
  '=cmd|"/c calc"!A1',
  'a\tb\r\nc',
  '\u202eexe.fdp',
  'Budget\u2028och\u2029tidplan',
  'emoji 😀',
  '"',
  '&<>\u0007\u000b\uffff',
  '_x0041_',
  '_x',
  ' kant ',
  '',
];

type Cell = string | null;
const field = (cell: Cell) => (cell === null ? '' : `"${cell.replaceAll('"', '""')}"`);
const line = (cells: Cell[]) => `${cells.map(field).join(',')}\n`;

async function workbook(rows: Cell[][], more: Partial<WorkbookParts> = {}): Promise<Buffer> {
  async function* lines() {
    yield Buffer.from(line(COLUMNS.map(({ heading }) => heading)));
    for (let at = 0; at < rows.length; at += 3)
      yield Buffer.from(
        rows
          .slice(at, at + 3)
          .map(line)
          .join(''),
      );
  }
  const pieces: Buffer[] = [];
  const parts = {
    title: 'Beslut & utfall',
    coverName: 'Försättsblad',
    sheetName: 'Rader',
    columns: COLUMNS,
    rows: lines(),
    unguarded: (text: string) => text.slice(1),
    cover: ({ cutCells, sheets }: { cutCells: number; sheets: number }) =>
      [
        ['Avkortade', `${cutCells}`],
        ['Blad', `${sheets}`],
      ] as [string, string][],
    cutMark: (length: number) => `[${length} tecken]`,
    ...more,
  };
  for await (const piece of xlsxWorkbook(parts)) pieces.push(piece);
  return Buffer.concat(pieces);
}
const sheetOf = (file: Buffer, number: number) =>
  readSheet(unzipAll(file).get(`xl/worksheets/sheet${number}.xml`)!.toString());
const only = (text: string) => [text, null, null, null, null];

describe('a workbook', () => {
  it('has numbers and days as numbers, with a style of their own, and nothing where there is nothing', async () => {
    const [heading, first, empty] = sheetOf(await workbook([ROW, [null, null, null, null, null]]), 2);
    expect(heading!.map((cell) => cell!.value)).toEqual(COLUMNS.map((column) => column.heading));
    expect(first).toEqual([
      { value: 'Örebro', isNumber: false, style: 0 },
      { value: '1234567', isNumber: true, style: 2 },
      { value: '0.25', isNumber: true, style: 0 },
      { value: '46081', isNumber: true, style: 3 },
      { value: expect.stringMatching(/^46081\.95832318/), isNumber: true, style: 4 },
    ]);
    expect(empty).toEqual([null, null, null, null, null]);
  });

  it('keeps what is no number and no day that Excel knows as text', async () => {
    const [, row] = sheetOf(
      await workbook([['a', 'NaN', 'Infinity', '1850-01-01', '0001-01-01T00:00:00.000Z BC']]),
      2,
    );
    expect(row!.map((cell) => cell!.isNumber)).toEqual([false, false, false, false, false]);
    expect(row!.map((cell) => cell!.value).slice(1, 4)).toEqual(['NaN', 'Infinity', '1850-01-01']);
  });

  it('keeps hostile text as it is, and guards what looks like a formula', async () => {
    const rows = sheetOf(await workbook(HOSTILE.map(only)), 2).slice(1);
    expect(rows.map((row) => row[0]!.value)).toEqual(HOSTILE);
    expect(rows.map((row) => row[0]!.style)).toEqual([5, ...HOSTILE.slice(1).map(() => 0)]);
  });

  it('cuts what no cell holds, and says so, without half a character', async () => {
    const text = '😀'.repeat(20_000);
    const file = await workbook([only(text), only('x'.repeat(32_767))]);
    const [, cut, whole] = sheetOf(file, 2);
    expect(cut![0]!.value.length).toBeLessThanOrEqual(32_767);
    expect(cut![0]!.value).toMatch(/😀\[40000 tecken\]$/u);
    expect(cut![0]!.value.isWellFormed()).toBe(true);
    expect(whole![0]!.value).toHaveLength(32_767);
    expect(sheetOf(file, 1).slice(1)).toMatchObject([
      [{ value: 'Avkortade' }, { value: '1' }],
      [{}, { value: '1' }],
    ]);
  });

  it('goes on on another sheet where one is full', async () => {
    const rows = Array.from({ length: 10 }, (_, index) => only(`rad ${index}`));
    const file = await workbook(rows, { rowsPerSheet: 5 });
    const sheets = [2, 3, 4].map((number) => sheetOf(file, number));
    expect(sheets.map((sheet) => sheet.length)).toEqual([5, 5, 3]);
    expect(sheets.flatMap((sheet) => sheet.slice(1).map((row) => row[0]!.value))).toEqual(
      rows.map(([text]) => text),
    );
    const xml = unzipAll(file).get('xl/workbook.xml')!.toString();
    expect([...xml.matchAll(/<sheet name="(.*?)"/g)].map(([, name]) => name)).toEqual([
      'Försättsblad',
      'Rader',
      'Rader 2',
      'Rader 3',
    ]);
    expect(unzipAll(file).get('xl/worksheets/sheet3.xml')!.toString()).toContain('<autoFilter ref="A1:E5"/>');
  });

  it('has a sheet of headings where there are no rows', async () => {
    expect(sheetOf(await workbook([]), 2)).toHaveLength(1);
  });

  it('shows shares and means rounded, and keeps all their digits', async () => {
    const shown = ['percent', 'decimals', 'kronor'] as const;
    const columns = shown.map((each): XlsxColumn => ({ heading: each, type: 'number', shown: each }));
    async function* rows() {
      yield Buffer.from('a,b,c\n0.4479,0.44797100000000006,1e-7\n');
    }
    const [, row] = sheetOf(await workbook([], { columns, rows: rows() }), 2);
    expect(row).toEqual([
      { value: '0.4479', isNumber: true, style: 8 },
      { value: '0.44797100000000006', isNumber: true, style: 9 },
      { value: '1e-7', isNumber: true, style: 10 },
    ]);
    const styles = unzipAll(await workbook([]))
      .get('xl/styles.xml')!
      .toString();
    const formats = [...styles.matchAll(/<xf numFmtId="(\d+)"[^>]*xfId/g)].map(([, format]) => format);
    expect([formats.length, ...formats.slice(8, 11)]).toEqual([13, '10', '166', '4']);
  });

  it('is printed on pages that lie, with all columns on their breadth and the heading on each', async () => {
    const files = unzipAll(await workbook([ROW]));
    for (const sheet of [1, 2]) {
      const xml = files.get(`xl/worksheets/sheet${sheet}.xml`)!.toString();
      expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
      expect(xml).toMatch(
        /<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"\/><\/worksheet>$/,
      );
    }
    expect(files.get('xl/workbook.xml')!.toString()).toContain(
      `_xlnm.Print_Titles" localSheetId="1">'Rader'!$1:$1<`,
    );
  });

  it('has a cover of wrapped names, and of numbers where they are', async () => {
    const cover = () => [
      ['Avstämningssumma: ett långt namn på en kolumn', '1\u00a0234', '1234'] as const,
      ['För stor för Excel', '1\u00a0234', '1234567890123456'] as const,
    ];
    expect(sheetOf(await workbook([], { cover }), 1).slice(1)).toEqual([
      [expect.objectContaining({ style: 11 }), { value: '1234', isNumber: true, style: 12 }],
      [expect.objectContaining({ style: 11 }), { value: '1\u00a0234', isNumber: false, style: 7 }],
    ]);
  });

  it('may have a table after the rows, which is none of their sheets', async () => {
    const appendix = { name: 'Koder', headings: ['Kod', 'Ord'], rows: [['<a>', 'Ö']] };
    const files = unzipAll(await workbook([ROW], { appendix, rowsPerSheet: 2 }));
    const rows = readSheet(files.get('xl/worksheets/appendix.xml')!.toString());
    expect(rows.map((row) => row.map((each) => each!.value))).toEqual([
      ['Kod', 'Ord'],
      ['<a>', 'Ö'],
    ]);
    const names = [
      ...files
        .get('xl/workbook.xml')!
        .toString()
        .matchAll(/<sheet name="(.*?)"/g),
    ];
    expect(names.map(([, name]) => name)).toEqual(['Försättsblad', 'Rader', 'Koder']);
    expect(files.get('[Content_Types].xml')!.toString()).toContain('/xl/worksheets/appendix.xml');
  });

  it('tells of rows that fail on the way', async () => {
    async function* failing(): AsyncGenerator<Buffer> {
      yield Buffer.from(line(ROW));
      throw new Error('the connection is lost');
    }
    await expect(workbook([], { rows: failing() })).rejects.toThrow('the connection is lost');
  });

  const soffice = spawnSync('soffice', ['--version']).error === undefined ? it : it.skip;
  soffice('is opened by LibreOffice with every row as it is', async () => {
    const rows = [
      ...HOSTILE.map(only),
      ROW,
      ...Array.from({ length: 200 }, (_, index) => [`${index}`, `${index}`, null, null, null]),
    ];
    const folder = mkdtempSync(join(tmpdir(), 'medel-xlsx-'));
    try {
      writeFileSync(join(folder, 'file.xlsx'), await workbook(rows));
      const sheet2 = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2';
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      spawnSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        sheet2,
        '--outdir',
        folder,
        join(folder, 'file.xlsx'),
      ]);
      const read = parseCsv(readFileSync(join(folder, 'file-Rader.csv'), 'utf8'));
      const shown = (text: string) => text.replace(/\r\n?/g, '\n');
      expect(read.map((row) => row['Rubrik'])).toEqual(rows.map(([text]) => shown(text ?? '')));
      expect(read[HOSTILE.length]).toMatchObject({
        Belopp: expect.stringMatching(/^1.?234.?567$/),
        Dag: '2026-02-28',
        Tidpunkt: '2026-02-28 22:59:59',
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
