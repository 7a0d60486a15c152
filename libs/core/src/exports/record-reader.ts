import { StringDecoder } from 'node:string_decoder';

/** A value as PostgreSQL writes it; `null` where there is none. */
export type Cell = string | null;

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;

/** A few rows at a time: cells of more would outlive the next collection of garbage, and be copied by it. */
const BYTES_AT_ONCE = 8_192;

/** The rows of a CSV of PostgreSQL as its pieces come, without the line of column names. */
export async function* recordsOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Cell[][]> {
  const decoder = new StringDecoder('utf8');
  const reader = new RecordReader();
  let isHeaderRead = false;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      // A long record is begun anew with each piece: the longer it is, the larger these are.
      const end = at + Math.max(BYTES_AT_ONCE, reader.held);
      const records = reader.read(decoder.write(piece.subarray(at, end)));
      at = end;
      if (!isHeaderRead) isHeaderRead = records.shift() !== undefined;
      if (records.length > 0) yield records;
    }
  }
  reader.end();
}

/**
 * Reads the CSV that PostgreSQL writes, as it comes, in pieces of any size: fields apart by commas, those with a comma,
 * a quote or a newline in quotes, nothing for null and `""` for the empty text. A newline within quotes is part of it.
 */
export class RecordReader {
  private rest = '';

  read(piece: string): Cell[][] {
    const text = this.rest + piece;
    const records: Cell[][] = [];
    let start = 0;
    for (;;) {
      const record: Cell[] = [];
      const end = cut(text, start, record);
      if (end === -1) break;
      records.push(record);
      start = end;
    }
    this.rest = text.slice(start);
    return records;
  }

  /** How much is here of a record that is not whole yet. */
  get held(): number {
    return this.rest.length;
  }

  /** Throws where the last record is not whole. */
  end(): void {
    if (this.rest !== '') throw new Error('The rows end within a record');
  }
}

/** Cuts the record that begins at `start`. Where the next one begins; `-1` when its newline is not here yet. */
function cut(text: string, start: number, into: Cell[]): number {
  for (let at = start; ; at += 1) {
    const isQuoted = text.charCodeAt(at) === QUOTE;
    const end = isQuoted ? endOfQuoted(text, at) : endOfPlain(text, at);
    if (end >= text.length) return -1;
    into.push(isQuoted ? unquoted(text.slice(at + 1, end - 1)) : end === at ? null : text.slice(at, end));
    if (text.charCodeAt(end) === NEWLINE) return end + 1;
    at = end;
  }
}

function endOfPlain(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === COMMA || unit === NEWLINE) return at;
  }
  return text.length;
}

/** After the quote that closes it, which no other follows. */
function endOfQuoted(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  return close === -1 ? text.length : close + 1;
}

function unquoted(field: string): string {
  return field.includes('"') ? field.replaceAll('""', '"') : field;
}
