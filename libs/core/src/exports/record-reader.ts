/** A value as PostgreSQL writes it; `null` where there is none. */
export type Cell = string | null;

/** Records that came together. They are cut into cells only where somebody asks for these. */
export class Records {
  private cut: Cell[][] | undefined;

  /** Each row as it stands in the file, without its newline. */
  constructor(readonly lines: string[]) {}

  get rows(): Cell[][] {
    return (this.cut ??= this.lines.map((line) => fieldsOf(line)));
  }

  /** The first cells of a row, `count` of them or all. */
  firstCells(index: number, count: number): Cell[] {
    return this.cut?.[index] ?? fieldsOf(this.lines[index]!, count);
  }
}

/**
 * Reads the CSV that PostgreSQL writes, as it comes, in pieces of any size: fields apart by commas, those with a comma,
 * a quote or a newline in quotes, nothing for null and `""` for the empty text. A newline within quotes is part of it.
 */
export class RecordReader {
  private rest = '';

  read(piece: string): Records {
    const text = this.rest + piece;
    const lines: string[] = [];
    let start = 0;
    let quote = text.indexOf('"');
    for (;;) {
      if (quote !== -1 && quote < start) quote = text.indexOf('"', start);
      let end = text.indexOf('\n', start);
      if (end !== -1 && quote !== -1 && quote < end) end = endOfRecord(text, quote);
      if (end === -1) break;
      lines.push(text.slice(start, end));
      start = end + 1;
    }
    this.rest = text.slice(start);
    return new Records(lines);
  }

  /** Throws where the last record is not whole. */
  end(): void {
    if (this.rest !== '') throw new Error('The rows end within a record');
  }
}

/** Where the newline is that no quote holds; `-1` when it is not here yet. */
function endOfRecord(text: string, firstQuote: number): number {
  for (let open = firstQuote; ;) {
    // A doubled quote closes and opens again, and the next newline is where it was.
    const close = text.indexOf('"', open + 1);
    if (close === -1) return -1;
    const end = text.indexOf('\n', close);
    open = text.indexOf('"', close + 1);
    if (open === -1 || (end !== -1 && end < open)) return end;
  }
}

/** The first `count` fields; all of them where that is not told. */
function fieldsOf(line: string, count = Infinity): Cell[] {
  const fields: Cell[] = [];
  for (let at = 0; at <= line.length && fields.length < count; at += 1) {
    if (line[at] !== '"') {
      const comma = line.indexOf(',', at);
      const end = comma === -1 ? line.length : comma;
      fields.push(end === at ? null : line.slice(at, end));
      at = end;
      continue;
    }
    let close = line.indexOf('"', at + 1);
    while (line[close + 1] === '"') close = line.indexOf('"', close + 2);
    fields.push(line.slice(at + 1, close).replaceAll('""', '"'));
    at = close + 1;
  }
  return fields;
}
