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

export interface RowChanges {
  added: number;
  removed: number;
  changed: number;
}

/** Rows are counted, not ordered: one with the same key and other content is changed, equal ones are paired off. */
export function compareRows(before: Buffer, after: Buffer): RowChanges {
  const old = words(before);
  const now = words(after);
  const index = new HashIndex(old);
  const unmatched: number[] = [];
  for (let at = 0; at < now.length; at += 4) if (!index.take(now, at, true)) unmatched.push(at);
  const changed = unmatched.filter((at) => index.take(now, at, false)).length;
  const kept = now.length / 4 - unmatched.length + changed;
  return { added: unmatched.length - changed, removed: old.length / 4 - kept, changed };
}

function words(bytes: Buffer): Uint32Array {
  const aligned = new Uint32Array(bytes.length / 4);
  bytes.copy(Buffer.from(aligned.buffer));
  return aligned;
}

/** Rows by their key's hash, each taken once. */
class HashIndex {
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly isTaken: Uint8Array;

  constructor(private readonly rows: Uint32Array) {
    const count = rows.length / 4;
    const size = 2 ** Math.ceil(Math.log2(count * 2 + 2));
    this.mask = size - 1;
    this.slots = new Int32Array(size).fill(-1);
    this.isTaken = new Uint8Array(count);
    for (let at = 0; at < rows.length; at += 4) {
      let slot = rows[at]! & this.mask;
      while (this.slots[slot] !== -1) slot = (slot + 1) & this.mask;
      this.slots[slot] = at;
    }
  }

  take(other: Uint32Array, at: number, isWhole: boolean): boolean {
    for (let slot = other[at]! & this.mask; this.slots[slot] !== -1; slot = (slot + 1) & this.mask) {
      const mine = this.slots[slot]!;
      if (this.isTaken[mine / 4] || !this.equals(mine, other, at, isWhole ? 4 : 2)) continue;
      this.isTaken[mine / 4] = 1;
      return true;
    }
    return false;
  }

  private equals(mine: number, other: Uint32Array, at: number, length: number): boolean {
    for (let word = 0; word < length; word += 1)
      if (this.rows[mine + word] !== other[at + word]) return false;
    return true;
  }
}
