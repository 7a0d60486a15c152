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

/** What `RowHasher` told of the rows of an export. */
export interface KeptHashes {
  rowCount: number;
  /** Fills `into` with what is from a byte on; how many bytes there were. */
  read: (into: Buffer, from: number) => Promise<number>;
}

/** Of both exports together: some megabytes. Beyond it each is read as often as this goes into it. */
const ROWS_HELD = 262_144;
const WORDS_READ = 131_072;

/**
 * Rows are counted, not ordered: one with the same key and other content is changed, equal ones are paired off. The keys
 * are taken a share at a time, so that however many rows there are, few are held.
 */
export async function compareRows(before: KeptHashes, after: KeptHashes): Promise<RowChanges> {
  const shares = Math.ceil((before.rowCount + after.rowCount) / ROWS_HELD);
  const changes = { added: 0, removed: 0, changed: 0 };
  // One for all that is read: V8 clears the whole heap away each time that some buffers have been made.
  const words = new Int32Array(WORDS_READ);
  for (let share = 0; share < shares; share += 1) {
    const balance = new RowBalance();
    for await (const read of wordsOf(before, words)) balance.addShare(read, share, shares, 1);
    for await (const read of wordsOf(after, words)) balance.addShare(read, share, shares, -1);
    balance.tell(changes);
  }
  return changes;
}

/** Whole rows, four words each; what is yielded holds until the next is asked for. */
async function* wordsOf({ rowCount, read }: KeptHashes, words: Int32Array): AsyncGenerator<Int32Array> {
  const bytes = Buffer.from(words.buffer);
  const size = rowCount * BYTES_PER_ROW;
  for (let from = 0; from < size;) {
    const count = await read(bytes, from);
    const whole = count - (count % BYTES_PER_ROW);
    if (whole === 0) throw new Error('There are fewer hashes than rows');
    yield words.subarray(0, whole / 4);
    from += whole;
  }
}

/** How many more of each row there were than there are. */
class RowBalance {
  /** A power of two, at least twice the rows: where a row is by the hash of its key, and after it those that came later. */
  private slots = new Int32Array(1_024).fill(-1);
  private rows = new Int32Array(this.slots.length * 2);
  private counts = new Int32Array(this.slots.length / 2);
  private size = 0;

  /** Those rows whose keys are of this share of all. */
  addShare(words: Int32Array, share: number, shares: number, by: number): void {
    for (let at = 0; at < words.length; at += 4)
      if ((words[at]! >>> 8) % shares === share) this.add(words, at, by);
  }

  private add(words: Int32Array, at: number, by: number): void {
    let slot = this.slotOf(words[at]!);
    for (; this.slots[slot] !== -1; slot = this.after(slot)) {
      const place = this.slots[slot]!;
      if (!this.hasKey(place, words, at) || !this.hasContent(place, words, at)) continue;
      this.counts[place]! += by;
      return;
    }
    this.slots[slot] = this.size;
    for (let word = 0; word < 4; word += 1) this.rows[this.size * 4 + word] = words[at + word]!;
    this.counts[this.size] = by;
    this.size += 1;
    if (this.size === this.counts.length) this.grow();
  }

  /** Adds what has changed. Nothing is left of the balance. */
  tell(changes: RowChanges): void {
    for (let place = 0; place < this.size; place += 1) {
      if (this.counts[place] === 0) continue;
      const { gone, come } = this.takeKey(place);
      const changed = Math.min(gone, come);
      changes.changed += changed;
      changes.removed += gone - changed;
      changes.added += come - changed;
    }
  }

  private takeKey(first: number): { gone: number; come: number } {
    let gone = 0;
    let come = 0;
    for (let slot = this.slotOf(this.rows[first * 4]!); this.slots[slot] !== -1; slot = this.after(slot)) {
      const place = this.slots[slot]!;
      if (!this.hasKey(place, this.rows, first * 4)) continue;
      const count = this.counts[place]!;
      if (count > 0) gone += count;
      else come -= count;
      this.counts[place] = 0;
    }
    return { gone, come };
  }

  private hasKey(place: number, words: Int32Array, at: number): boolean {
    return this.rows[place * 4] === words[at] && this.rows[place * 4 + 1] === words[at + 1];
  }

  private hasContent(place: number, words: Int32Array, at: number): boolean {
    return this.rows[place * 4 + 2] === words[at + 2] && this.rows[place * 4 + 3] === words[at + 3];
  }

  /** All bits of the hash count: the keys of a share have some of them in common. */
  private slotOf(hash: number): number {
    return Math.imul(hash, OTHER_PRIME) >>> (Math.clz32(this.slots.length) + 1);
  }

  private after(slot: number): number {
    return (slot + 1) & (this.slots.length - 1);
  }

  private grow(): void {
    const { rows, counts } = this;
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    this.rows = new Int32Array(this.slots.length * 2);
    this.rows.set(rows);
    this.counts = new Int32Array(this.slots.length / 2);
    this.counts.set(counts);
    for (let place = 0; place < this.size; place += 1) {
      let slot = this.slotOf(rows[place * 4]!);
      while (this.slots[slot] !== -1) slot = this.after(slot);
      this.slots[slot] = place;
    }
  }
}
