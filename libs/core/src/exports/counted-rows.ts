import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Clock } from '#platform/clock';
import type { ExportKind } from './export-kind.js';
import type { HashedFile } from './hashed-file.js';
import { RowHasher } from './row-hashes.js';

const PROGRESS_MILLISECONDS = 500;

/** The rows as they go by: counted, hashed one by one and all together. */
export class CountedRows {
  private readonly all: Hash = createHash('sha256');
  private readonly hasher: RowHasher;
  private digest: string | undefined;

  constructor(
    kind: ExportKind,
    private readonly hashes: HashedFile,
    private readonly tell: (count: number) => Promise<void>,
  ) {
    this.hasher = new RowHasher(kind);
  }

  get count(): number {
    return this.hasher.count;
  }

  async *counted(pieces: Readable, clock: Clock): AsyncGenerator<Buffer> {
    let told = 0;
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      this.all.update(piece);
      await this.hashes.write(this.hasher.add(piece));
      yield piece;
      const now = clock.now().getTime();
      if (now - told < PROGRESS_MILLISECONDS) continue;
      told = now;
      await this.tell(this.count);
    }
    this.hasher.end();
  }

  /** The SHA-256 of all rows, when their hashes are kept. */
  async end(keep: () => Promise<void>): Promise<string> {
    if (this.digest) return this.digest;
    await this.hashes.end();
    await keep();
    this.digest = this.all.digest('hex');
    return this.digest;
  }
}
