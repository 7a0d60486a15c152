import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { timeOfId } from '#platform/ids';
import { FileStorage } from '#platform/storage';
import { AccountingRepository } from './accounting/accounting.repository.js';
import { ACCOUNTING_ENDING } from './accounting/accounting.service.js';
import { EvidenceRepository } from './demands/evidence.repository.js';
import { EVIDENCE_ENDING } from './demands/evidence.service.js';

/** A file has its key before its row is committed, and no request takes this long. */
const REQUEST_MILLISECONDS = 3_600_000;

/** Removes files that were sent in a request which was never committed. */
@Injectable()
export class SentFilesKeeper {
  constructor(
    private readonly imports: AccountingRepository,
    private readonly demands: EvidenceRepository,
    private readonly storage: FileStorage,
    private readonly clock: Clock,
  ) {}

  async removeOrphans(): Promise<void> {
    const before = this.clock.now().getTime() - REQUEST_MILLISECONDS;
    const old = (await this.storage.keys()).filter((key) => timeOfId(key) < before);
    const orphans = [
      ...(await this.imports.orphans(old.filter((key) => key.endsWith(ACCOUNTING_ENDING)))),
      ...(await this.demands.orphans(old.filter((key) => key.endsWith(EVIDENCE_ENDING)))),
    ];
    for (const key of orphans) await this.storage.remove(key);
  }

  /** A file that is kept has got another key by then: under the one it came with, nothing owns it. */
  removeUnowned(key: string): Promise<void> {
    return this.storage.remove(key);
  }
}
