import { crc32 } from 'node:zlib';
import type { ExportKind } from './export-kind.js';
import type { Cell, Records } from './record-reader.js';

/** A hash of 64 bits of its key, and of all of it a CRC-32 and its length. */
export const BYTES_PER_ROW = 16;

/**
 * What is kept of the rows to tell what has changed when they are taken out again: enough to count by, no proof. That
 * two exports are equal is told by their SHA-256.
 */
export function hasher({ columns, key }: ExportKind): (records: Records) => Buffer {
  const places = key?.map((name) => columns.findIndex((column) => column.key === name));
  const cells = Math.max(0, ...(places ?? [])) + 1;
  return (records) => {
    const { lines } = records;
    const hashes = new Uint32Array(lines.length * 4);
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index]!;
      const at = index * 4;
      hashes[at + 2] = crc32(line);
      hashes[at + 3] = line.length;
      if (places) hashKey(records.firstCells(index, cells), places, hashes, at);
      else hashes.copyWithin(at, at + 2, at + 4);
    }
    return Buffer.from(hashes.buffer);
  };
}

/** cyrb53's rounds over the cells, all 64 bits of them. */
function hashKey(row: Cell[], places: readonly number[], into: Uint32Array, at: number): void {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const place of places) {
    const cell = row[place] ?? '';
    for (let index = 0; index <= cell.length; index += 1) {
      // What follows a cell is no character of any.
      const unit = index < cell.length ? cell.charCodeAt(index) : 0x1_0000;
      a = Math.imul(a ^ unit, 2_654_435_761);
      b = Math.imul(b ^ unit, 1_597_334_677);
    }
  }
  into[at] = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  into[at + 1] = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
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
