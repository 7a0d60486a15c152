import type { CsvOptions } from '../csv-options.js';
import type { ExportColumn } from '../export-kind.js';
import { recordsOf, type Cell } from '../record-reader.js';
import type { Report } from './file-format.js';

/** As the database wrote it, unless it was ordered otherwise. */
export async function* csvFile(
  pieces: AsyncIterable<Buffer>,
  { csv, columns }: Report,
): AsyncGenerator<Buffer | string> {
  if (csv?.bom) yield '\ufeff';
  if (!csv || (csv.separator === ',' && csv.decimal === '.')) {
    yield* pieces;
    return;
  }
  const line = lineOf(columns, csv);
  yield `${columns.map(({ key }) => key).join(csv.separator)}\n`;
  for await (const rows of recordsOf(pieces)) yield rows.map(line).join('');
}

function lineOf(
  columns: readonly ExportColumn[],
  { separator, decimal }: CsvOptions,
): (row: Cell[]) => string {
  const hasDecimals = columns.map(({ type }) => type === 'number');
  const mustQuote = separator === ',' ? /[",\n\r]/ : /[";\n\r]/;
  const field = (cell: Cell, at: number): string => {
    if (cell === null) return '';
    const text = hasDecimals[at] ? cell.replace('.', decimal) : cell;
    return text === '' || mustQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return (row) => `${row.map(field).join(separator)}\n`;
}
