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
/** Of both exports together: some megabytes. Beyond it each is read as often as this goes into it. */
const ROWS_HELD = 262_144;
const WORDS_READ = 131_072;

/**
 * Rows are counted, not ordered: one with the same key and other content is changed, equal ones are paired off. Those that both
 * begin with are, as they stand: most exports have grown since. Of the rest the keys are taken a share at a time, so that
 * however many rows there are, few are held.
 */
export async function compareRows(before: KeptHashes, after: KeptHashes): Promise<RowChanges> {
  // One for all that is read: V8 clears the whole heap away each time that some buffers have been made.
  const words = new Int32Array(WORDS_READ);
  const same = await countSame(before, after, words);
  const [gone, come] = [rowsFrom(before, same), rowsFrom(after, same)];
  const shares = Math.ceil((gone.rowCount + come.rowCount) / ROWS_HELD);
  const changes = { added: 0, removed: 0, changed: 0 };
  for (let share = 0; share < shares; share += 1) {
    const balance = new RowBalance();
    for await (const read of wordsOf(gone, words)) balance.addShare(read, share, shares, 1);
    for await (const read of wordsOf(come, words)) balance.addShare(read, share, shares, -1);
    balance.tell(changes);
  }
  return changes;
}

/** How many rows both begin with. */
async function countSame(before: KeptHashes, after: KeptHashes, words: Int32Array): Promise<number> {
  const bytes = Buffer.from(words.buffer);
  const [one, other] = [bytes.subarray(0, bytes.length / 2), bytes.subarray(bytes.length / 2)];
  const most = Math.min(before.rowCount, after.rowCount);
  for (let same = 0; same < most;) {
    const from = same * BYTES_PER_ROW;
    const read = Math.min(await before.read(one, from), await after.read(other, from));
    const rows = Math.min(most - same, Math.floor(read / BYTES_PER_ROW));
    const size = rows * BYTES_PER_ROW;
    if (rows === 0 || !one.subarray(0, size).equals(other.subarray(0, size)))
      return same + countSameOf(one, other, rows);
    same += rows;
  }
  return most;
}

function countSameOf(one: Buffer, other: Buffer, rows: number): number {
  const isSame = (row: number) => {
    const [from, to] = [row * BYTES_PER_ROW, (row + 1) * BYTES_PER_ROW];
    return one.compare(other, from, to, from, to) === 0;
  };
  let same = 0;
  while (same < rows && isSame(same)) same += 1;
  return same;
}

const rowsFrom = ({ rowCount, read }: KeptHashes, first: number): KeptHashes => ({
  rowCount: rowCount - first,
  read: (into, from) => read(into, from + first * BYTES_PER_ROW),
});

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
    return Math.imul(hash, SPREAD) >>> (Math.clz32(this.slots.length) + 1);
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
