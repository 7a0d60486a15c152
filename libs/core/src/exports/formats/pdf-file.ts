import { typesetPdf } from '#platform/typst';
import { text } from '#text';
import type { ExportColumn } from '../export-kind.js';
import { figure } from '../figures.js';
import { unguarded } from '../guard.js';
import { recordsOf, type Cell } from '../record-reader.js';
import { inWords } from '../words.js';
import { breakable, breakNarrow } from './break-narrow.js';
import type { Report } from './file-format.js';

/** For people to read. 2 000 rows of 14 columns take the typesetter 10 s and 550 MB, in a process that ends with them. */
export const MOST_ROWS_OF_PDF = 2_000;
const LONGEST_TEXT = 1_000;
/** What the second column of the cover has room for at least: checksums are shorter, and are copied as they are. */
const COVER_WIDTH = 80;

const SOURCE = `
#set document(title: data.title, date: datetime(year: data.day.at(0), month: data.day.at(1), day: data.day.at(2)))
#set page(paper: if data.columns.len() > 16 { "a3" } else { "a4" }, flipped: true, margin: (x: 12mm, y: 14mm),
  numbering: "1 / 1", number-align: right)
#set text(lang: "sv", region: "SE", size: 10pt, hyphenate: true)
#set par(justify: false)
#show heading: set block(below: 1.2em)
= #data.title
#set text(size: 9pt)
#table(columns: (auto, 1fr), stroke: none, inset: (x: 0pt, y: 2.5pt), column-gutter: 12pt,
  table.header(strong(data.words.what), strong(data.words.value)),
  ..data.cover.map(line => (line.at(0), line.at(1))).flatten())
#pagebreak()
#set text(size: if data.columns.len() > 10 { 6pt } else { 7.5pt }, number-width: "tabular")
== #data.words.rows
#table(
  columns: data.columns.len(), stroke: (x: none, y: 0.3pt + luma(160)), inset: (x: 2.5pt, y: 2.5pt),
  align: (at, _) => if data.columns.at(at).right { right } else { left },
  table.header(repeat: true, ..data.columns.map(column => strong(column.heading))),
  ..data.rows.flatten())
`;

/** A tagged table with its heading on every page, after a cover page. */
export async function* pdfFile(pieces: AsyncIterable<Buffer>, report: Report): AsyncGenerator<Buffer> {
  const { columns, title, cover, day } = report;
  const rows: string[][] = [];
  let cutCells = 0;
  for await (const records of recordsOf(pieces)) {
    for (const row of records)
      rows.push(
        row.map((cell, at) => {
          const whole = shown(columns[at]!, cell);
          if (whole.length <= LONGEST_TEXT) return whole;
          cutCells += 1;
          const kept = Array.from(whole.slice(0, LONGEST_TEXT)).slice(0, -1).join('');
          return `${kept} ${text('sv', 'cover.cutMark', { length: whole.length })}`;
        }),
      );
  }
  yield await typesetPdf(SOURCE, {
    title,
    day: day.split('-').map(Number),
    words: {
      what: text('sv', 'cover.what'),
      value: text('sv', 'cover.value'),
      rows: text('sv', 'cover.rows'),
    },
    cover: (await cover({ cutCells })).map(([name, value]) => [name, breakable(value, COVER_WIDTH)]),
    columns: columns.map((column) => ({ heading: column.heading.sv, right: isNumber(column) })),
    rows: breakNarrow(
      columns.map(({ heading }) => heading.sv),
      rows,
    ),
  });
}

const isNumber = ({ type }: ExportColumn) => type === 'money' || type === 'integer' || type === 'number';

/** Words for codes, and numbers as Swedish has them; a year is an integer, and is not grouped. */
function shown({ type, words, shown: as }: ExportColumn, cell: Cell): string {
  if (cell === null) return '';
  if (words !== undefined) return inWords('sv', words, unguarded(cell));
  if (type === 'text') return unguarded(cell);
  return type === 'money' || type === 'number' ? figure(cell, as) : cell;
}
