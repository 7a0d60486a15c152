import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { timeOfId } from '#platform/ids';
import { FileStorage } from '#platform/storage';
import { SENT_FILE_ENDINGS, SentFilesRepository } from './sent-files.repository.js';

/** A file has its key before its row is committed, and no request takes this long. */
const REQUEST_MILLISECONDS = 3_600_000;
/** How long a file that nothing owns lies at most: it is looked for every ten minutes. */
export const ORPHAN_MILLISECONDS = REQUEST_MILLISECONDS + 600_000;
const ENDINGS = Object.values(SENT_FILE_ENDINGS);

/** Removes files that were sent in a request which was never committed, and those of attachments that were taken away. */
@Injectable()
export class SentFilesKeeper {
  constructor(
    private readonly files: SentFilesRepository,
    private readonly storage: FileStorage,
    private readonly clock: Clock,
  ) {}

  async removeOrphans(): Promise<void> {
    const before = this.clock.now().getTime() - REQUEST_MILLISECONDS;
    const old = (await this.storage.keys()).filter(
      (key) => ENDINGS.some((ending) => key.endsWith(ending)) && timeOfId(key) < before,
    );
    for (const key of await this.files.orphans(old)) await this.storage.remove(key);
  }

  /** A file that is kept has got another key by then: under the one it came with, nothing owns it. */
  removeUnowned(key: string): Promise<void> {
    return this.storage.remove(key);
  }
}
