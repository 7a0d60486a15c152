import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Checksum, type Stored } from '#platform/storage';

/** Small pieces are gathered: each writing wakes another thread, which costs more than to write some kilobytes. */
const GATHERED_BYTES = 131_072;

/** A file that knows its own checksum and size when it is complete. */
export class HashedFile {
  private readonly sum = new Checksum();
  private gathered: Buffer[] = [];
  private bytes = 0;
  private failure: Error | undefined;

  constructor(private readonly stream: Writable) {
    // Without a listener a full disk would end the process.
    stream.on('error', (error) => (this.failure = error));
  }

  async write(chunk: Buffer | string): Promise<void> {
    if (this.failure) throw this.failure;
    const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    this.sum.add(piece);
    this.gathered.push(piece);
    this.bytes += piece.length;
    if (this.bytes >= GATHERED_BYTES && !this.flush()) await once(this.stream, 'drain');
  }

  async end(): Promise<Stored> {
    if (this.failure) throw this.failure;
    this.flush();
    this.stream.end();
    await finished(this.stream);
    return this.sum.end();
  }

  /** Also when it was not written to its end. */
  close(): void {
    this.stream.destroy();
  }

  /** False where the stream wants no more for now. */
  private flush(): boolean {
    if (this.bytes === 0) return true;
    const piece = Buffer.concat(this.gathered);
    this.gathered = [];
    this.bytes = 0;
    return this.stream.write(piece);
  }
}
