import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Checksum, type Stored } from '#platform/storage';

/** Small pieces are gathered: each writing wakes another thread, which costs more than to write some kilobytes. */
const GATHERED_BYTES = 524_288;

/**
 * A file that knows its own checksum and size when it is complete. What is gathered goes into one of two buffers while the other
 * is written: V8 clears the whole heap away each time that some buffers have been made, and a large file would make thousands.
 */
export class HashedFile {
  private readonly sum = new Checksum();
  private gathering = Buffer.allocUnsafeSlow(GATHERED_BYTES);
  private written = Buffer.allocUnsafeSlow(GATHERED_BYTES);
  private bytes = 0;
  private writing: Promise<void> = Promise.resolve();
  private failure: Error | undefined;

  constructor(private readonly stream: Writable) {
    // Without a listener a full disk would end the process.
    stream.on('error', (error) => (this.failure = error));
  }

  async write(chunk: Buffer | string): Promise<void> {
    if (this.failure) throw this.failure;
    const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    this.sum.add(piece);
    for (let at = 0; at < piece.length;) {
      const copied = piece.copy(this.gathering, this.bytes, at);
      at += copied;
      this.bytes += copied;
      if (this.bytes === GATHERED_BYTES) await this.flush();
    }
  }

  async end(): Promise<Stored> {
    if (this.failure) throw this.failure;
    await this.flush();
    await this.writing;
    this.stream.end();
    await finished(this.stream);
    return this.sum.end();
  }

  /** Also when it was not written to its end. */
  close(): void {
    this.stream.destroy();
  }

  /** When the buffer before is written, so that it can be gathered in. */
  private async flush(): Promise<void> {
    await this.writing;
    const piece = this.gathering.subarray(0, this.bytes);
    [this.gathering, this.written] = [this.written, this.gathering];
    this.bytes = 0;
    this.writing = new Promise((resolve, reject) => {
      this.stream.write(piece, (error) => (error ? reject(this.failure ?? error) : resolve()));
    });
    // Whoever writes or ends next hears of it.
    this.writing.catch(() => undefined);
  }
}
