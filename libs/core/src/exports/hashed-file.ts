import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Checksum, type Stored } from '#platform/storage';

/** A file that knows its own checksum and size when it is complete. */
export class HashedFile {
  private readonly sum = new Checksum();
  private failure: Error | undefined;

  constructor(private readonly stream: Writable) {
    // Without a listener a full disk would end the process.
    stream.on('error', (error) => (this.failure = error));
  }

  async write(chunk: Buffer | string): Promise<void> {
    if (this.failure) throw this.failure;
    this.sum.add(chunk);
    if (!this.stream.write(chunk)) await once(this.stream, 'drain');
  }

  async end(): Promise<Stored> {
    if (this.failure) throw this.failure;
    this.stream.end();
    await finished(this.stream);
    return this.sum.end();
  }

  /** Also when it was not written to its end. */
  close(): void {
    this.stream.destroy();
  }
}
