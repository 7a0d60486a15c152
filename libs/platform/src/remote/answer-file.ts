import { createHash, type Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { RemoteSink } from './remote-client.js';
import { RemoteFault } from './remote-fault.js';

export interface FetchedFile {
  sha256: string;
  bytes: number;
}

/** A file of answers one after another, every byte as it was received. An attempt that failed leaves nothing in it. */
export class AnswerFile implements RemoteSink {
  private kept = 0;
  private keptHash: Hash = createHash('sha256');
  private position = 0;
  private hash: Hash = this.keptHash.copy();

  private constructor(
    private readonly file: FileHandle,
    /** Of all answers together. */
    private readonly maxBytes: number,
  ) {}

  /** Empties the file when there is one. */
  static async create(path: string, maxBytes: number): Promise<AnswerFile> {
    return new AnswerFile(await open(path, 'w'), maxBytes);
  }

  async begin(): Promise<void> {
    this.position = this.kept;
    this.hash = this.keptHash.copy();
    await this.file.truncate(this.kept);
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.position + bytes.length > this.maxBytes)
      throw new RemoteFault('tooLarge', { max: this.maxBytes });
    this.hash.update(bytes);
    await this.file.write(bytes, 0, bytes.length, this.position);
    this.position += bytes.length;
  }

  /** The answer is whole. */
  keep(): void {
    this.kept = this.position;
    this.keptHash = this.hash.copy();
  }

  /** What is kept is in the file and nothing else. */
  async close(): Promise<FetchedFile> {
    await this.begin();
    await this.file.close();
    return { sha256: this.keptHash.copy().digest('hex'), bytes: this.kept };
  }
}
