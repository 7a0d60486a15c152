import { createReadStream, createWriteStream, type ReadStream, type WriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';

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

  read(key: string): ReadStream {
    return createReadStream(this.pathOf(key));
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
