import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { timeOfId } from '#platform/ids';
import { FileStorage } from '#platform/storage';
import { AccountingRepository } from './accounting.repository.js';
import { ACCOUNTING_ENDING } from './accounting.service.js';

/** A file has its key before its row is committed, and no request takes this long. */
const REQUEST_MILLISECONDS = 3_600_000;

/** Removes files whose import was never committed. */
@Injectable()
export class AccountingKeeper {
  constructor(
    private readonly imports: AccountingRepository,
    private readonly storage: FileStorage,
    private readonly clock: Clock,
  ) {}

  async removeOrphans(): Promise<void> {
    const before = this.clock.now().getTime() - REQUEST_MILLISECONDS;
    const keys = (await this.storage.keys()).filter(
      (key) => key.endsWith(ACCOUNTING_ENDING) && timeOfId(key) < before,
    );
    for (const key of await this.imports.orphans(keys)) await this.storage.remove(key);
  }
}
