import { BYTES_PER_ROW } from './row-hashes.js';

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

/** An odd number whose bits lie all over: 2^32 divided by the golden ratio. */
const SPREAD = 0x9e3779b1;
/** That are not paired: some megabytes. Where there are more, both are read once more for each time that this goes into all rows. */
const ROWS_HELD = 262_144;
const WORDS_READ = 32_768;

/**
 * Rows are counted, not ordered: one with the same key and other content is changed, equal ones are paired off. Both are read
 * side by side, and what is paired is let go of: few rows are held where both are in the same order, as two of a kind are. Where
 * they are not, the keys are taken a share at a time, so that however many rows there are, few are held.
 */
export async function compareRows(before: KeptHashes, after: KeptHashes): Promise<RowChanges> {
  const shares = Math.ceil((before.rowCount + after.rowCount) / ROWS_HELD);
  return (
    (await compareBy(1, before, after, ROWS_HELD)) ?? (await compareBy(shares, before, after, Infinity))!
  );
}

/** `undefined` where more rows would have to be held. */
async function compareBy(
  shares: number,
  before: KeptHashes,
  after: KeptHashes,
  most: number,
): Promise<RowChanges | undefined> {
  const changes = { added: 0, removed: 0, changed: 0 };
  // For all that is read: V8 clears the whole heap away each time that some buffers have been made.
  const buffers = [new Int32Array(WORDS_READ), new Int32Array(WORDS_READ)] as const;
  for (let share = 0; share < shares; share += 1) {
    const balance = new RowBalance();
    const [was, is] = [wordsOf(before, buffers[0]), wordsOf(after, buffers[1])];
    for (let isOver = false; !isOver;) {
      const [one, other] = [await was.next(), await is.next()];
      if (one.value) balance.addShare(one.value, share, shares, 1);
      if (other.value) balance.addShare(other.value, share, shares, -1);
      if (balance.held > most) return undefined;
      isOver = one.done === true && other.done === true;
    }
    balance.tell(changes);
  }
  return changes;
}

/** Whole rows, four words each; what is yielded holds until the next is asked for. */
async function* wordsOf(
  { rowCount, read }: KeptHashes,
  words: Int32Array,
): AsyncGenerator<Int32Array, undefined> {
  const bytes = Buffer.from(words.buffer);
  const size = rowCount * BYTES_PER_ROW;
  for (let from = 0; from < size;) {
    const count = await read(bytes, from);
    const whole = count - (count % BYTES_PER_ROW);
    if (whole === 0) throw new Error('There are fewer hashes than rows');
    yield words.subarray(0, whole / 4);
    from += whole;
  }
  return undefined;
}

/** How many more of each row there were than there are. */
class RowBalance {
  /** A power of two, at least twice the rows: where a row is by the hash of its key, and after it those that came later. */
  private slots = new Int32Array(1_024).fill(-1);
  private rows = new Int32Array(this.slots.length * 2);
  private counts = new Int32Array(this.slots.length / 2);
  private size = 0;
  /** How many rows are not paired off. */
  held = 0;

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
      const count = (this.counts[place]! += by);
      if (count === 0) this.held -= 1;
      else if (count === by) this.held += 1;
      return;
    }
    this.held += 1;
    this.slots[slot] = this.size;
    for (let word = 0; word < 4; word += 1) this.rows[this.size * 4 + word] = words[at + word]!;
    this.counts[this.size] = by;
    this.size += 1;
    if (this.size === this.counts.length) this.makeRoom();
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
    return Math.imul(hash, SPREAD) >>> (Math.clz32(this.slots.length) + 1);
  }

  private after(slot: number): number {
    return (slot + 1) & (this.slots.length - 1);
  }

  /** Lets go of what is paired off, and grows where that is less than half. */
  private makeRoom(): void {
    const { rows, counts, size } = this;
    let kept = 0;
    for (let place = 0; place < size; place += 1) {
      if (counts[place] === 0) continue;
      rows.copyWithin(kept * 4, place * 4, place * 4 + 4);
      counts[kept] = counts[place]!;
      kept += 1;
    }
    this.size = kept;
    if (kept > counts.length / 2) {
      this.rows = new Int32Array(rows.length * 2);
      this.rows.set(rows);
      this.counts = new Int32Array(counts.length * 2);
      this.counts.set(counts);
      this.slots = new Int32Array(this.slots.length * 2);
    }
    this.slots.fill(-1);
    for (let place = 0; place < kept; place += 1) {
      let slot = this.slotOf(this.rows[place * 4]!);
      while (this.slots[slot] !== -1) slot = this.after(slot);
      this.slots[slot] = place;
    }
  }
}
