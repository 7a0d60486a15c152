import type { ExportColumn } from '../export-kind.js';
import { unguarded } from '../guard.js';
import { recordsOf, type Cell } from '../record-reader.js';
import type { Report } from './file-format.js';

/** One array, an object a line; text without the guard of spreadsheets, numbers with the digits of the CSV. */
export async function* jsonFile(pieces: AsyncIterable<Buffer>, { columns }: Report): AsyncGenerator<string> {
  const names = columns.map(({ key }, at) => `${at === 0 ? '{' : ','}${JSON.stringify(key)}:`);
  yield '[\n';
  let comma = '';
  for await (const rows of recordsOf(pieces)) {
    let text = '';
    for (const row of rows) {
      text += comma;
      for (let at = 0; at < columns.length; at += 1) text += names[at]! + member(columns[at]!, row[at]!);
      text += '}\n';
      comma = ',';
    }
    yield text;
  }
  yield ']\n';
}

function member({ type }: ExportColumn, cell: Cell): string {
  if (cell === null) return 'null';
  if (type === 'json') return cell;
  if (type === 'text') return JSON.stringify(unguarded(cell));
  if (type === 'id' || type === 'date' || type === 'instant' || !/\d$/.test(cell))
    return JSON.stringify(cell);
  return cell;
}
