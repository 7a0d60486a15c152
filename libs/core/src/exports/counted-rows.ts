import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { Clock } from '#platform/clock';
import type { ExportKind } from './export-kind.js';
import type { Batch } from './formats/file-format.js';
import type { HashedFile } from './hashed-file.js';
import { RecordReader } from './record-reader.js';
import { hasher } from './row-hashes.js';

const PROGRESS_MILLISECONDS = 500;

/** The rows as they go by: counted, hashed one by one and all together. */
export class CountedRows {
  count = 0;
  private readonly all: Hash = createHash('sha256');
  private readonly hashesOf: ReturnType<typeof hasher>;
  private digest: string | undefined;

  constructor(
    kind: ExportKind,
    private readonly hashes: HashedFile,
    private readonly tell: (count: number) => Promise<void>,
  ) {
    this.hashesOf = hasher(kind);
  }

  async *batches(stream: Readable, clock: Clock): AsyncGenerator<Batch> {
    const decoder = new StringDecoder('utf8');
    const reader = new RecordReader();
    let isHeaderRead = false;
    let told = 0;
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      this.all.update(bytes);
      const records = reader.read(decoder.write(bytes));
      if (!isHeaderRead) isHeaderRead = records.lines.shift() !== undefined;
      this.count += records.lines.length;
      await this.hashes.write(this.hashesOf(records));
      yield {
        bytes,
        get rows() {
          return records.rows;
        },
      };
      const now = clock.now().getTime();
      if (now - told < PROGRESS_MILLISECONDS) continue;
      told = now;
      await this.tell(this.count);
    }
    reader.end();
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
