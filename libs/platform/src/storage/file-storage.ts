import { createReadStream, createWriteStream, type ReadStream, type WriteStream } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { DomainError } from '#platform/errors';
import { Checksum, type Stored } from './checksum.js';

const KEY = /^[a-z0-9-]+(\.[a-z]+)?$/;

/** Files by key. A file appears whole or not at all: it is written beside its place and moved there when complete. */
@Injectable()
export class FileStorage {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async openForWriting(key: string): Promise<WriteStream> {
    await mkdir(resolve(this.config.storageDirectory), { recursive: true });
    return createWriteStream(`${this.pathOf(key)}.part`);
  }

  async complete(key: string): Promise<void> {
    await rename(`${this.pathOf(key)}.part`, this.pathOf(key));
  }

  /** Writes what comes as it comes, and never holds it. Throws `tooLarge` beyond `max` bytes; nothing is then left of it. */
  async receive(key: string, source: Readable, max: number): Promise<Stored> {
    const sum = new Checksum();
    async function* measured(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        sum.add(chunk);
        if (sum.size > max) throw new DomainError('tooLarge', { max });
        yield chunk;
      }
    }
    try {
      await pipeline(source, measured, await this.openForWriting(key));
    } catch (error) {
      await this.remove(key);
      throw error;
    }
    await this.complete(key);
    return sum.end();
  }

  /** What somebody else writes at a path of ours; there when they are done, and not at all when they fail. */
  async fill<T>(key: string, write: (path: string) => Promise<T>): Promise<T> {
    await mkdir(resolve(this.config.storageDirectory), { recursive: true });
    try {
      const written = await write(`${this.pathOf(key)}.part`);
      await this.complete(key);
      return written;
    } catch (error) {
      await this.remove(key);
      throw error;
    }
  }

  /** What a file is now; `undefined` where there is none. Throws `unavailable` where nobody can tell. */
  async measure(key: string): Promise<Stored | undefined> {
    const sum = new Checksum();
    try {
      for await (const chunk of this.read(key) as AsyncIterable<Buffer>) sum.add(chunk);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new DomainError('unavailable');
    }
    return sum.end();
  }

  /** The same file under another key too, without a copy of its bytes. */
  link(key: string, to: string): Promise<void> {
    return link(this.pathOf(key), this.pathOf(to));
  }

  /** Lends the path of a file to somebody who looks into it, and writes nothing. */
  inspect<T>(key: string, look: (path: string) => Promise<T>): Promise<T> {
    return look(this.pathOf(key));
  }

  /** For who reads here and there; it is theirs to close. */
  openForReading(key: string): Promise<FileHandle> {
    return open(this.pathOf(key));
  }

  read(key: string): ReadStream {
    return createReadStream(this.pathOf(key));
  }

  /** A whole file in memory: for those whose size is known to be small. */
  readWhole(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key));
  }

  /** Gives a file that was received the key of its owner. */
  rename(key: string, to: string): Promise<void> {
    return rename(this.pathOf(key), this.pathOf(to));
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
    await rm(`${this.pathOf(key)}.part`, { force: true });
  }

  /** Keys of all files, also of those that are not complete. */
  async keys(): Promise<string[]> {
    const names = await readdir(resolve(this.config.storageDirectory)).catch(() => []);
    return [...new Set(names.map((name) => name.replace(/\.part$/, '')))];
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('A storage key is an id and an ending');
    return join(resolve(this.config.storageDirectory), key);
  }
}
