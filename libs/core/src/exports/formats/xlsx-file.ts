import { text } from '#text';
import { xlsxWorkbook } from '#platform/xlsx';
import { unguarded } from '../guard.js';
import { wordsOf } from '../words.js';
import type { HeadedColumn, Report } from './file-format.js';

/**
 * A cover sheet and the rows: no formula is computed, so text stands as it is. The rows have codes, as in every format for
 * machines; the last sheet has the word for each of them.
 */
export function xlsxFile(pieces: AsyncIterable<Buffer>, report: Report): AsyncGenerator<Buffer> {
  const { columns, title, cover } = report;
  return xlsxWorkbook({
    title,
    coverName: text('sv', 'cover.sheet'),
    sheetName: text('sv', 'cover.rows'),
    columns: columns.map(({ heading, type, shown }) => ({
      heading: type === 'instant' ? `${heading.sv} (UTC)` : heading.sv,
      type,
      shown,
    })),
    rows: pieces,
    unguarded,
    cover,
    cutMark: (length) => ` ${text('sv', 'cover.cutMark', { length })}`,
    appendix: codes(columns),
  });
}

function codes(columns: readonly HeadedColumn[]) {
  const rows = columns.flatMap((column) =>
    wordsOf('sv', column).map(([code, word]) => [column.heading.sv, code, word]),
  );
  const headings = [text('sv', 'cover.column'), text('sv', 'cover.code'), text('sv', 'cover.word')];
  return rows.length > 0 ? { name: text('sv', 'cover.codes'), headings, rows } : undefined;
}
