import { hasText, text } from '#text';
import { xlsxWorkbook } from '#platform/xlsx';
import type { ExportColumn } from '../export-kind.js';
import { unguarded } from '../guard.js';
import type { Report } from './file-format.js';

/** The name of a column as people read it. */
export function headingOf({ key }: ExportColumn): string {
  const code = `column.${key}`;
  return hasText(code) ? text('sv', code) : key;
}

/** A cover sheet and the rows: no formula is computed, so text stands as it is. */
export function xlsxFile(pieces: AsyncIterable<Buffer>, report: Report): AsyncGenerator<Buffer> {
  const { columns, title, cover } = report;
  return xlsxWorkbook({
    title,
    coverName: text('sv', 'cover.sheet'),
    sheetName: text('sv', 'cover.rows'),
    columns: columns.map((column) => ({
      heading: column.type === 'instant' ? `${headingOf(column)} (UTC)` : headingOf(column),
      type: column.type,
    })),
    rows: pieces,
    unguarded,
    cover,
    cutMark: (length) => ` ${text('sv', 'cover.cutMark', { length })}`,
  });
}
