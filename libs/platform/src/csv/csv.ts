const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** `strayQuote`: something follows a closing quote. The two others leave the rest of the text unread. */
export type CsvFault = 'strayQuote' | 'unclosedQuote' | 'recordTooLong';

interface Reading {
  delimiter: Delimiter;
  /**
   * `line` is where the record begins, from 1. A line without anything is no record. `fields` is the same array each time:
   * who keeps it, keeps a copy.
   */
  record(fields: string[], line: number): void;
  fault(code: CsvFault, line: number): void;
}

/** No record of figures is near this. It bounds what a quote that is never closed can hold. */
const LONGEST_RECORD = 65_536;

/** Reads records of separated text as it arrives, in pieces of any size, and holds one record at a time. */
export class CsvRecords {
  private rest = '';
  private line: number;
  /** Set when the rest cannot be understood; nothing more is read. */
  private broken = false;
  /** Of a plain record. A new array for each of a million is work to make and to clear away. */
  private readonly fields: string[] = [];
  /** The first delimiter after what was cut so far: a line without one must not send the search through all that follows. */
  private delimiterAt = -1;

  constructor(
    private readonly reading: Reading,
    firstLine = 1,
  ) {
    this.line = firstLine;
  }

  write(piece: string): void {
    if (this.broken) return;
    let text = this.rest + piece;
    const held = text.endsWith('\r') ? '\r' : '';
    if (held) text = text.slice(0, -1);
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    const start = this.readRecords(text);
    this.rest = text.slice(start) + held;
    if (this.rest.length <= LONGEST_RECORD || this.broken) return;
    this.broken = true;
    const isQuoted = this.scan(this.rest, 0) === UNCLOSED;
    this.reading.fault(isQuoted ? 'unclosedQuote' : 'recordTooLong', this.line);
  }

  end(): void {
    if (this.broken) return;
    const last = this.rest.replace(/\r\n?/g, '\n');
    this.rest = '';
    if (this.scan(last, 0) === UNCLOSED) this.reading.fault('unclosedQuote', this.line);
    else this.read(last.endsWith('\n') ? last.slice(0, -1) : last);
  }

  /** Reads what is whole of the text and tells where the rest begins. */
  private readRecords(text: string): number {
    let start = 0;
    this.delimiterAt = -1;
    let quote = text.indexOf('"');
    for (;;) {
      if (quote !== -1 && quote < start) quote = text.indexOf('"', start);
      let end = text.indexOf('\n', start);
      // A line without a quote is a record. The others are worth a look at each character.
      if (end !== -1 && quote !== -1 && quote < end) end = this.scan(text, start);
      if (end < 0) return start;
      const isPlain = quote === -1 || quote > end;
      if (end - start > LONGEST_RECORD) this.reading.fault('recordTooLong', this.line);
      else if (!isPlain) this.read(text.slice(start, end));
      else if (end > start) this.reading.record(this.plainFields(text, start, end), this.line);
      this.line += isPlain ? 1 : 1 + countOf('\n', text.slice(start, end));
      start = end + 1;
    }
  }

  private read(record: string): void {
    if (record === '') return;
    const fields = record.includes('"') ? this.quotedFields(record) : record.split(this.reading.delimiter);
    if (fields) this.reading.record(fields, this.line);
    else this.reading.fault('strayQuote', this.line);
  }

  /** Where the record ends: its newline, `OPEN` when it is not here yet, `UNCLOSED` when a quote is not closed yet. */
  private scan(text: string, start: number): number {
    for (let at = start; ;) {
      if (text[at] === '"') {
        const close = closingQuote(text, at + 1);
        if (close === -1) return UNCLOSED;
        at = close + 1;
      }
      while (at < text.length && text[at] !== this.reading.delimiter && text[at] !== '\n') at += 1;
      if (at >= text.length) return OPEN;
      if (text[at] === '\n') return at;
      at += 1;
    }
  }

  /** Cut straight out of the text: a million lines are not made strings of first. */
  private plainFields(text: string, start: number, end: number): string[] {
    const { fields } = this;
    const { delimiter } = this.reading;
    let count = 0;
    let at = start;
    for (;;) {
      if (this.delimiterAt < at) this.delimiterAt = positionOf(delimiter, text, at);
      if (this.delimiterAt >= end) break;
      fields[count] = text.slice(at, this.delimiterAt);
      count += 1;
      at = this.delimiterAt + 1;
    }
    fields[count] = text.slice(at, end);
    if (fields.length > count + 1) fields.length = count + 1;
    return fields;
  }

  /** `undefined` when something follows a closing quote. */
  private quotedFields(record: string): string[] | undefined {
    const fields: string[] = [];
    for (let at = 0; at <= record.length;) {
      if (record[at] === '"') {
        const close = closingQuote(record, at + 1);
        fields.push(record.slice(at + 1, close).replaceAll('""', '"'));
        at = close + 1;
        if (at < record.length && record[at] !== this.reading.delimiter) return undefined;
      } else {
        const next = record.indexOf(this.reading.delimiter, at);
        const end = next === -1 ? record.length : next;
        fields.push(record.slice(at, end));
        at = end;
      }
      at += 1;
    }
    return fields;
  }
}

const OPEN = -1;
const UNCLOSED = -2;

const positionOf = (delimiter: string, text: string, from: number) => {
  const at = text.indexOf(delimiter, from);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
};

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}

/** The separator that a header line uses most, outside quotes; a comma when it has none. No record is longer than what is looked at. */
export function tellDelimiter(header: string): Delimiter {
  const bare = header.slice(0, LONGEST_RECORD).replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((delimiter) => countOf(delimiter, bare));
  const most = Math.max(...counts);
  return most === 0 ? ',' : DELIMITERS[counts.indexOf(most)]!;
}

function countOf(char: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at !== -1; at = text.indexOf(char, at + 1)) count += 1;
  return count;
}

/** Rows of a whole comma-separated text by the names of its header line. Throws where it cannot be understood. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  let header: string[] | undefined;
  const records = new CsvRecords({
    delimiter: ',',
    record: (fields) => {
      if (header) rows.push(Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ''])));
      else header = [...fields];
    },
    fault: (code, line) => {
      throw new Error(`Line ${line} cannot be read: ${code}`);
    },
  });
  records.write(text);
  records.end();
  return rows;
}
