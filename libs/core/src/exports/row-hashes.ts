import type { ExportKind } from './export-kind.js';

/** A hash of 64 bits of its key, and of all of it a hash of 32 bits and its length. */
export const BYTES_PER_ROW = 16;

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;

/** FNV-1a of 32 bits; and for the other half of a key, the multiplier of another. */
const START = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const OTHER_PRIME = 0x9e3779b1;

/**
 * Rows of a CSV of PostgreSQL as their bytes go by, counted, and of each what is kept to tell what has changed when they
 * are taken out again: enough to count by, no proof. That two exports are equal is told by their SHA-256. The line of
 * column names is no row.
 */
export class RowHasher {
  private records = 0;
  /** By the place of a field; none after `lastKey`. */
  private readonly isKey: readonly boolean[];
  private readonly lastKey: number;

  // Of the record that has begun.
  private isQuoted = false;
  private field = 0;
  private length = 0;
  private row = START;
  private key = START;
  private otherKey = START;

  constructor({ columns, key = [] }: ExportKind) {
    this.isKey = columns.map((column) => key.includes(column.key));
    this.lastKey = this.isKey.lastIndexOf(true);
  }

  get count(): number {
    return Math.max(0, this.records - 1);
  }

  /** The hashes of the rows that end in these bytes. A byte is looked at once: no row is cut out, or turned into text. */
  add(bytes: Buffer): Buffer {
    const hashes: number[] = [];
    let start = -this.length;
    for (let at = 0; at < bytes.length;) {
      if (bytes[at] !== NEWLINE || this.isQuoted) {
        at = this.field <= this.lastKey ? this.readField(bytes, at) : this.readRest(bytes, at);
        continue;
      }
      const length = at - start;
      if (this.records > 0) {
        // Without a key, a row is itself.
        if (this.lastKey < 0) hashes.push(this.row, length, this.row, length);
        else hashes.push(this.key, this.otherKey, this.row, length);
      }
      this.records += 1;
      this.field = 0;
      this.row = this.key = this.otherKey = START;
      at += 1;
      start = at;
    }
    this.length = bytes.length - start;
    return Buffer.from(Int32Array.from(hashes).buffer);
  }

  /** A field that may be of the key, with the comma after it. Where the next one begins, or the row ends. */
  private readField(bytes: Buffer, from: number): number {
    const isKey = this.isKey[this.field]!;
    let { isQuoted, row, key, otherKey } = this;
    let at = from;
    for (let isOver = false; at < bytes.length && !isOver; at += 1) {
      const byte = bytes[at]!;
      if (byte === NEWLINE && !isQuoted) break;
      row = Math.imul(row ^ byte, PRIME);
      if (isKey) {
        key = Math.imul(key ^ byte, PRIME);
        otherKey = Math.imul(otherKey ^ byte, OTHER_PRIME);
      }
      if (byte === QUOTE) isQuoted = !isQuoted;
      isOver = byte === COMMA && !isQuoted;
      if (isOver) this.field += 1;
    }
    this.isQuoted = isQuoted;
    this.row = row;
    this.key = key;
    this.otherKey = otherKey;
    return at;
  }

  /** All fields after the key, which are most of a row. */
  private readRest(bytes: Buffer, from: number): number {
    let { isQuoted, row } = this;
    let at = from;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte === NEWLINE && !isQuoted) break;
      row = Math.imul(row ^ byte, PRIME);
      if (byte === QUOTE) isQuoted = !isQuoted;
    }
    this.isQuoted = isQuoted;
    this.row = row;
    return at;
  }

  /** Throws where the last row is not whole. */
  end(): void {
    if (this.length > 0) throw new Error('The rows end within a record');
  }
}
