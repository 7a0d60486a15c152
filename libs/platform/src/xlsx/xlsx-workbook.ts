import { STYLE, textCell, type XlsxColumn } from './cells.js';
import {
  APPENDIX,
  appendixXml,
  columnName,
  contentTypes,
  CORE_RELATIONS,
  coreXml,
  coverXml,
  FITS,
  page,
  sheetFiles,
  STYLES_XML,
  workbookRelations,
  workbookXml,
  type Appendix,
  type CoverLine,
} from './parts.js';
import { SheetRows } from './sheet-rows.js';
import { ZipWriter } from './zip-writer.js';

export type { XlsxColumn } from './cells.js';

type Cover = readonly CoverLine[];

export interface WorkbookParts {
  title: string;
  /** Names of the first sheet, and of those with rows; the second of these is `Rader 2`. */
  coverName: string;
  sheetName: string;
  columns: readonly XlsxColumn[];
  /** CSV as PostgreSQL writes it, a line of column names first; read once, and not faster than the file is written. */
  rows: AsyncIterable<Buffer>;
  /** A text without the guard against formulas that it has in the CSV: no formula is computed here. */
  unguarded: (text: string) => string;
  /** What is on the first sheet, asked when all rows are written. Names and values. */
  cover: (written: { cutCells: number; sheets: number }) => Cover | Promise<Cover>;
  /** What a text ends with that is too long for a cell, and therefore cut. */
  cutMark: (length: number) => string;
  /** A last sheet, which has no rows of the export. */
  appendix?: Appendix;
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
  const rows = new SheetRows(parts);
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
  if (parts.appendix) yield* zip.entry(`xl/${APPENDIX}`, [appendixXml(parts.appendix)]);
  const files = sheetFiles(ends.length, parts.appendix !== undefined);
  yield* zip.entry('xl/workbook.xml', [workbookXml(parts, ends)]);
  yield* zip.entry('xl/_rels/workbook.xml.rels', [workbookRelations(files)]);
  yield* zip.entry('[Content_Types].xml', [contentTypes(files)]);
  yield* zip.end();
}

async function* sheet(
  parts: WorkbookParts,
  rows: SheetRows,
  written: { rows: number },
): AsyncGenerator<string | Buffer> {
  const { columns, rowsPerSheet = ROWS_PER_SHEET } = parts;
  const longest = await rows.longest();
  const cols = columns.map(
    (column, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column, longest[at]!)}" customWidth="1"/>`,
  );
  const headings = columns.map(({ heading }) => textCell(heading, STYLE.heading)).join('');
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${FITS}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData><row>${headings}</row>`;
  written.rows = 1;
  for (let bytes = 0; written.rows < rowsPerSheet && bytes < BYTES_PER_SHEET;) {
    const some = await rows.take(rowsPerSheet - written.rows);
    if (!some) break;
    written.rows += some.rows;
    bytes += some.xml.length;
    yield some.xml;
  }
  yield `</sheetData><autoFilter ref="${area(columns.length, written.rows)}"/>${page(columns.length)}</worksheet>`;
}

function widthOf({ heading, type }: XlsxColumn, longest: number): number {
  const value = Math.max(longest, 8);
  const shown = type === 'money' ? value * 1.35 : type === 'instant' ? 19 : value;
  return Math.min(Math.ceil(Math.max(shown, heading.length + 3) + 1), WIDEST);
}

function area(columns: number, rows: number): string {
  return `A1:${columnName(columns)}${rows}`;
}
