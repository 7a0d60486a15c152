const ZERO_WIDTH_SPACE = '\u200b';
/** What a line of a table has room for at least: characters of the type that a page of so many columns is set in. */
const ROOM = { few: 170, many: 200, most: 290 };
/** Between two columns, in characters. */
const GAP = 2;
/** Fewer characters without a space than the narrowest column has room for. */
const NARROWEST = 14;
/** What no line breaks within: a hyphen before a digit breaks none. */
const RUN = /(?:[^\s\u200b-]|-(?=\d))+/gu;

/**
 * Rows as they fit on a page. Words may break in the columns that are narrower than their longest word, and nowhere else:
 * what is copied of another column is the text itself. Widths are shared as the typesetter does: columns that ask for more
 * than there is of room get equal parts of what the others leave.
 */
export function breakNarrow(headings: readonly string[], rows: readonly (readonly string[])[]): string[][] {
  const widest = (at: number, of: (cell: string) => number) =>
    rows.reduce((most, row) => Math.max(most, of(row[at]!)), 0);
  const wanted = headings.map((heading, at) => GAP + Math.max(heading.length, widest(at, longestLine)));
  const share = shareOf(wanted, roomOf(headings.length)) - GAP;
  const isNarrow = headings.map((_, at) => wanted[at]! - GAP > share && widest(at, longestRun) > share);
  return rows.map((row) => row.map((cell, at) => (isNarrow[at] ? breakable(cell, NARROWEST) : cell)));
}

/** Words longer than `width` may break after every so many characters. */
export function breakable(whole: string, width: number): string {
  return whole.replace(RUN, (run) =>
    run.length <= width ? run : run.replace(new RegExp(`.{${width}}(?=.)`, 'gsu'), `$&${ZERO_WIDTH_SPACE}`),
  );
}

/** The broadest that a column may be. */
function shareOf(wanted: readonly number[], room: number): number {
  let large = [...wanted];
  for (let left = room; ;) {
    const share = left / large.length;
    const larger = large.filter((width) => width > share);
    if (larger.length === 0) return Math.max(...wanted);
    if (larger.length === large.length) return share;
    left -= large.filter((width) => width <= share).reduce((sum, width) => sum + width, 0);
    large = larger;
  }
}

const roomOf = (columns: number): number => (columns > 16 ? ROOM.most : columns > 10 ? ROOM.many : ROOM.few);

const longestOf = (parts: readonly string[]): number =>
  parts.reduce((most, part) => Math.max(most, part.length), 0);
const longestLine = (cell: string): number => longestOf(cell.split('\n'));
const longestRun = (cell: string): number => longestOf(cell.match(RUN) ?? []);
