import type { CsvOptions } from '../csv-options.js';
import type { ExportColumn } from '../export-kind.js';
import type { Cell } from '../record-reader.js';
import type { Batch, Report } from './file-format.js';

/** As the database wrote it, unless it was ordered otherwise. */
export async function* csvFile(
  batches: AsyncIterable<Batch>,
  { csv, columns }: Report,
): AsyncGenerator<Buffer | string> {
  if (csv?.bom) yield '\ufeff';
  if (!csv || (csv.separator === ',' && csv.decimal === '.')) {
    for await (const { bytes } of batches) yield bytes;
    return;
  }
  const line = lineOf(columns, csv);
  yield `${columns.map(({ key }) => key).join(csv.separator)}\n`;
  for await (const { rows } of batches) yield rows.map(line).join('');
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
