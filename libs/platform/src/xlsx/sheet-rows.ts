import { cell, LONGEST_TEXT, numberStyle, STYLE, type XlsxCell, type XlsxColumn } from './cells.js';

const [QUOTE, APOSTROPHE, COMMA, MINUS, POINT, NEWLINE, SPACE, UNDERSCORE, LOWER_X] = [
  0x22, 0x27, 0x2c, 0x2d, 0x2e, 0x0a, 0x20, 0x5f, 0x78,
];
const [NINE, ZERO, NO_BREAK_SPACE] = [0x39, 0x30, 0xa0];

/** What is copied byte by byte; what is longer is written by `cell`, as is all else that needs thought. */
const MOST_COPIED = 1_024;
const OVERHEAD = 64;
/** What is packed at a time. */
const FULL = 65_536;

/** What a byte of UTF-8 is within a text: copied as it is, looked at, or left to `cell`. */
const [THOUGHT, PLAIN, LOOKED_AT] = [0, 1, 2];
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ([QUOTE, COMMA, NEWLINE, SPACE, UNDERSCORE, 0xc2].includes(byte)) return LOOKED_AT;
  // Controls, what XML has signs for, and what is above U+D7FF.
  if (byte < SPACE || byte === 0x7f || byte > 0xed || '&<>'.includes(String.fromCharCode(byte)))
    return THOUGHT;
  return PLAIN;
});
/** `=`, `+`, `-` and `@`, with which a formula begins; tab and newline are thought about anyway. */
const FORMULA = new Set(Buffer.from('=+-@'));

const ascii = (text: string) => Buffer.from(text, 'latin1');
const NOTHING = ascii('<c/>');
const TEXT_BEGINS = ascii('<c t="inlineStr"><is><t>');
const TEXT_ENDS = ascii('</t></is></c>');
const NUMBER_ENDS = ascii('</v></c>');
const ROW_BEGINS = ascii('<row>');
const ROW_ENDS = ascii('</row>');

interface Source {
  columns: readonly XlsxColumn[];
  rows: AsyncIterable<Buffer>;
  cutMark: (length: number) => string;
  unguarded: (text: string) => string;
}

function numberBegins(column: XlsxColumn): Buffer {
  const style = numberStyle(column);
  return ascii(style === STYLE.plain ? '<c><v>' : `<c s="${style}"><v>`);
}

/**
 * The rows still to be written, whatever the sheet, from the CSV that PostgreSQL writes: fields apart by commas, those with
 * a comma, a quote or a newline in quotes, nothing for null and `""` for the empty text. Most cells go from bytes to bytes
 * and are never a string, of which a million rows have eleven million.
 */
export class SheetRows {
  cutCells = 0;
  private readonly source: AsyncIterator<Buffer>;
  private bytes: Buffer = Buffer.alloc(0);
  /** Where the next record begins. */
  private at = 0;
  private isHeaderRead = false;
  private out: Buffer;
  private length = 0;
  /** Room for the cells of a row that are copied. */
  private readonly room: number;
  /** What a number of each column begins with. */
  private readonly begins: readonly Buffer[];

  constructor(private readonly parts: Source) {
    this.source = parts.rows[Symbol.asyncIterator]();
    this.begins = parts.columns.map(numberBegins);
    this.room = parts.columns.length * (MOST_COPIED + OVERHEAD) + OVERHEAD;
    this.out = Buffer.allocUnsafeSlow(FULL + this.room);
  }

  /** Afterwards there is a whole record where it is not done. */
  async isDone(): Promise<boolean> {
    for (;;) {
      const end = recordEnd(this.bytes, this.at);
      if (end !== -1 && this.isHeaderRead) return false;
      this.isHeaderRead ||= end !== -1;
      if (end !== -1) {
        this.at = end;
        continue;
      }
      const next = await this.source.next();
      const rest = this.bytes.subarray(this.at);
      if (next.done && rest.length > 0) throw new Error('The rows end within a record');
      if (next.done) return true;
      this.bytes = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
      this.at = 0;
    }
  }

  /** By the first rows, which are here before the sheet begins: UTF-16 units of the longest value of each column. */
  async longest(): Promise<number[]> {
    await this.isDone();
    const longest = this.parts.columns.map(() => 0);
    let at = this.at;
    for (let row = 0; row < 200 && recordEnd(this.bytes, at) !== -1; row += 1)
      for (let column = 0; column < longest.length; column += 1) {
        const end = fieldEnd(this.bytes, at);
        longest[column] = Math.max(longest[column]!, valueOf(this.bytes, at, end)?.length ?? 0);
        at = end + 1;
      }
    return longest;
  }

  /** Some rows as XML, at least one and at most so many; nothing when there are no more. */
  async take(most: number): Promise<{ rows: number; xml: Buffer } | undefined> {
    if (await this.isDone()) return undefined;
    let rows = 0;
    this.length = 0;
    while (rows < most && this.length < FULL) {
      const end = this.row(this.at);
      if (end === -1) break;
      this.at = end;
      rows += 1;
    }
    return { rows, xml: Buffer.from(this.out.subarray(0, this.length)) };
  }

  /** Where the next record begins; `-1`, and nothing written, when this one is not whole yet. */
  private row(start: number): number {
    const { columns } = this.parts;
    const { bytes } = this;
    const before = this.length;
    let at = start;
    this.write(ROW_BEGINS);
    for (let column = 0; column < columns.length; column += 1) {
      this.reserve(this.room);
      let end = this.copied(columns[column]!.type, at, this.begins[column]!);
      if (end === -1) {
        end = fieldEnd(bytes, at);
        if (end !== -1) this.thought(columns[column]!, valueOf(bytes, at, end));
      }
      if (end === -1) {
        this.length = before;
        return -1;
      }
      at = end + 1;
    }
    this.write(ROW_ENDS);
    return at;
  }

  /** A cell that is simple, as its bytes. Where the field ends; `-1`, and nothing written, where it is not. */
  private copied(type: XlsxColumn['type'], at: number, begins: Buffer): number {
    const first = this.bytes[at];
    if (first === COMMA || first === NEWLINE) {
      this.write(NOTHING);
      return at;
    }
    switch (type) {
      case 'id':
        return this.copiedText(at);
      case 'text':
      case 'json': {
        const letter = first === QUOTE ? this.bytes[at + 1]! : first!;
        return FORMULA.has(letter) || letter === APOSTROPHE ? -1 : this.copiedText(at);
      }
      case 'money':
      case 'integer':
      case 'number':
        return this.copiedNumber(at, begins);
      case 'date':
      case 'instant':
        return -1;
    }
  }

  private copiedText(start: number): number {
    const { bytes, out, length } = this;
    const isQuoted = bytes[start] === QUOTE;
    const first = isQuoted ? start + 1 : start;
    const limit = Math.min(bytes.length, first + MOST_COPIED);
    let to = length + TEXT_BEGINS.length;
    // A space at an end, or after another, is kept only where XML is told so.
    let last = SPACE;
    let at = first;
    for (; ; at += 1) {
      if (at >= limit) return -1;
      const byte = bytes[at]!;
      const kind = KIND[byte]!;
      if (kind === THOUGHT) return -1;
      if (kind === LOOKED_AT) {
        if (byte === QUOTE) {
          if (at + 1 >= limit) return -1;
          if (bytes[at + 1] !== QUOTE) break;
          at += 1;
        } else if (!isQuoted && (byte === COMMA || byte === NEWLINE)) break;
        else if (byte === NEWLINE) return -1;
        else if (byte === SPACE && last === SPACE) return -1;
        else if (at + 1 >= limit) return -1;
        else if (byte === UNDERSCORE && bytes[at + 1] === LOWER_X) return -1;
        else if (byte === 0xc2 && bytes[at + 1]! <= NO_BREAK_SPACE) return -1;
      }
      out[to] = byte;
      to += 1;
      last = byte;
    }
    if (last === SPACE && at > first) return -1;
    put(TEXT_BEGINS, out, length);
    this.length = to;
    this.write(TEXT_ENDS);
    return isQuoted ? at + 1 : at;
  }

  private copiedNumber(start: number, begins: Buffer): number {
    const { bytes, out, length } = this;
    const limit = Math.min(bytes.length, start + MOST_COPIED);
    let to = length + begins.length;
    let hasPoint = false;
    let last = 0;
    let at = start;
    for (; ; at += 1) {
      if (at >= limit) return -1;
      const byte = bytes[at]!;
      if (byte === COMMA || byte === NEWLINE) break;
      const isDigit = byte >= ZERO && byte <= NINE;
      const isPoint: boolean = byte === POINT && !hasPoint && last >= ZERO;
      if (!isDigit && !isPoint && !(byte === MINUS && at === start)) return -1;
      hasPoint ||= isPoint;
      out[to] = byte;
      to += 1;
      last = byte;
    }
    if (last < ZERO) return -1;
    put(begins, out, length);
    this.length = to;
    this.write(NUMBER_ENDS);
    return at;
  }

  private thought(column: XlsxColumn, value: XlsxCell): void {
    const plain = column.type === 'text' && value?.startsWith("'") ? this.parts.unguarded(value) : value;
    const xml = cell(column, this.fitting(plain));
    this.reserve(xml.length * 3);
    this.length += this.out.write(xml, this.length);
  }

  private fitting(value: XlsxCell): XlsxCell {
    if (value === null || value.length <= LONGEST_TEXT) return value;
    this.cutCells += 1;
    const mark = this.parts.cutMark(value.length);
    return (
      value
        .slice(0, LONGEST_TEXT - mark.length)
        .toWellFormed()
        .replace(/\ufffd$/, '') + mark
    );
  }

  private write(bytes: Buffer): void {
    put(bytes, this.out, this.length);
    this.length += bytes.length;
  }

  private reserve(bytes: number): void {
    if (this.length + bytes <= this.out.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.length + bytes));
    this.out.copy(larger, 0, 0, this.length);
    this.out = larger;
  }
}

/** So few that a call of `copy` would take longer. */
function put(bytes: Buffer, into: Buffer, at: number): void {
  for (let index = 0; index < bytes.length; index += 1) into[at + index] = bytes[index]!;
}

/** Where the comma or newline after the field stands; `-1` when it is not here yet. */
function fieldEnd(bytes: Buffer, start: number): number {
  let isQuoted = false;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (!isQuoted && (byte === COMMA || byte === NEWLINE)) return at;
  }
  return -1;
}

/** After the newline of the record; `-1` when it is not here yet. */
function recordEnd(bytes: Buffer, start: number): number {
  let end = fieldEnd(bytes, start);
  while (end !== -1 && bytes[end] === COMMA) end = fieldEnd(bytes, end + 1);
  return end === -1 ? -1 : end + 1;
}

function valueOf(bytes: Buffer, start: number, end: number): XlsxCell {
  if (start === end) return null;
  if (bytes[start] !== QUOTE) return bytes.toString('utf8', start, end);
  return bytes.toString('utf8', start + 1, end - 1).replaceAll('""', '"');
}
