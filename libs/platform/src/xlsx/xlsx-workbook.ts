import { cell, LONGEST_TEXT, STYLE, textCell, type XlsxCell, type XlsxColumn } from './cells.js';
import {
  columnName,
  contentTypes,
  CORE_RELATIONS,
  coreXml,
  coverXml,
  STYLES_XML,
  workbookRelations,
  workbookXml,
} from './parts.js';
import { ZipWriter } from './zip-writer.js';

export type { XlsxCell, XlsxColumn } from './cells.js';

type Cover = readonly [name: string, value: string][];

export interface WorkbookParts {
  title: string;
  /** Names of the first sheet, and of those with rows; the second of these is `Rader 2`. */
  coverName: string;
  sheetName: string;
  columns: readonly XlsxColumn[];
  /** As they come; read once, and not faster than the file is written. */
  rows: AsyncIterable<XlsxCell[][]>;
  /** What is on the first sheet, asked when all rows are written. Names and values. */
  cover: (written: { cutCells: number; sheets: number }) => Cover | Promise<Cover>;
  /** What a text ends with that is too long for a cell, and therefore cut. */
  cutMark: (length: number) => string;
  /** For tests; what a sheet of Excel holds, its heading included. */
  rowsPerSheet?: number;
}

const ROWS_PER_SHEET = 1_048_576;
/** An entry of a zip that any reader takes is below 4 GiB; the next batch must fit too. */
const BYTES_PER_SHEET = 3_500_000_000;
const WIDEST = 60;

/** A workbook as a stream of bytes: a cover sheet, then the rows on as many sheets as they take. Memory stays flat. */
export async function* xlsxWorkbook(parts: WorkbookParts): AsyncGenerator<Buffer> {
  const zip = new ZipWriter();
  const rows = new Rows(parts);
  yield* zip.entry('_rels/.rels', [CORE_RELATIONS]);
  yield* zip.entry('docProps/core.xml', [coreXml(parts.title)]);
  yield* zip.entry('xl/styles.xml', [STYLES_XML]);
  const ends: number[] = [];
  do {
    const written = { rows: 0 };
    yield* zip.entry(`xl/worksheets/sheet${ends.length + 2}.xml`, sheet(parts, rows, written));
    ends.push(written.rows);
  } while (!(await rows.isDone()));
  const cover = await parts.cover({ cutCells: rows.cutCells, sheets: ends.length });
  yield* zip.entry('xl/worksheets/sheet1.xml', [coverXml(parts.title, cover)]);
  yield* zip.entry('xl/workbook.xml', [workbookXml(parts, ends)]);
  yield* zip.entry('xl/_rels/workbook.xml.rels', [workbookRelations(ends.length)]);
  yield* zip.entry('[Content_Types].xml', [contentTypes(ends.length)]);
  yield* zip.end();
}

async function* sheet(parts: WorkbookParts, rows: Rows, written: { rows: number }): AsyncGenerator<string> {
  const { columns, rowsPerSheet = ROWS_PER_SHEET } = parts;
  const widths = await rows.widths();
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const headings = columns.map(({ heading }) => textCell(heading, STYLE.heading)).join('');
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData><row>${headings}</row>`;
  written.rows = 1;
  for (let bytes = 0; written.rows < rowsPerSheet && bytes < BYTES_PER_SHEET;) {
    const batch = await rows.take(rowsPerSheet - written.rows);
    if (batch.length === 0) break;
    const xml = rows.xml(batch);
    written.rows += batch.length;
    bytes += xml.length;
    yield xml;
  }
  yield `</sheetData><autoFilter ref="${area(columns.length, written.rows)}"/></worksheet>`;
}

/** The rows still to be written, whatever the sheet. */
class Rows {
  cutCells = 0;
  private readonly source: AsyncIterator<XlsxCell[][]>;
  private batch: XlsxCell[][] = [];
  private measured: number[] | undefined;

  constructor(private readonly parts: WorkbookParts) {
    this.source = parts.rows[Symbol.asyncIterator]();
  }

  async isDone(): Promise<boolean> {
    while (this.batch.length === 0) {
      const next = await this.source.next();
      if (next.done) return true;
      this.batch = next.value;
    }
    return false;
  }

  async take(most: number): Promise<XlsxCell[][]> {
    if (await this.isDone()) return [];
    const taken = this.batch.length <= most ? this.batch : this.batch.slice(0, most);
    this.batch = this.batch.length <= most ? [] : this.batch.slice(most);
    return taken;
  }

  /** By the heading and the first rows, which are here before the sheet begins. */
  async widths(): Promise<number[]> {
    await this.isDone();
    this.measured ??= this.parts.columns.map(({ heading, type }, at) => {
      const longest = Math.max(...this.batch.slice(0, 200).map((row) => row[at]?.length ?? 0), 8);
      const shown = type === 'money' ? longest * 1.35 : type === 'instant' ? 19 : longest;
      return Math.min(Math.ceil(Math.max(shown, heading.length + 3) + 1), WIDEST);
    });
    return this.measured;
  }

  xml(batch: readonly XlsxCell[][]): string {
    const { columns } = this.parts;
    let xml = '';
    for (const row of batch) {
      xml += '<row>';
      for (let at = 0; at < columns.length; at += 1) xml += cell(columns[at]!.type, this.fitting(row[at]!));
      xml += '</row>';
    }
    return xml;
  }

  private fitting(value: XlsxCell): XlsxCell {
    if (value === null || value.length <= LONGEST_TEXT) return value;
    this.cutCells += 1;
    const mark = this.parts.cutMark(value.length);
    return (
      value
        .slice(0, LONGEST_TEXT - mark.length)
        .toWellFormed()
        .replace(/\ufffd$/, '') + mark
    );
  }
}

function area(columns: number, rows: number): string {
  return `A1:${columnName(columns)}${rows}`;
}
