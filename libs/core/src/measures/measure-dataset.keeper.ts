import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { timeOfId } from '#platform/ids';
import { Outbox } from '#platform/outbox';
import { FileStorage } from '#platform/storage';
import { MeasureDatasetRepository } from './measure-dataset.repository.js';
import { MEASURE_DATASET_RECEIVED } from './measure-dataset.service.js';

/** An upload may take this long before its data set is there. */
const UPLOAD_MILLISECONDS = 3_600_000;
const ENDING = '.upload';

/** What the clock does for data sets: takes up lost readings, and removes files that nobody owns. */
@Injectable()
export class MeasureDatasetKeeper {
  constructor(
    private readonly datasets: MeasureDatasetRepository,
    private readonly storage: FileStorage,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async resume(): Promise<void> {
    for (const id of await this.datasets.silent()) await this.requeue(SYSTEM, id);
  }

  async removeOrphans(): Promise<void> {
    const before = this.clock.now().getTime() - UPLOAD_MILLISECONDS;
    const keys = (await this.storage.keys()).filter(
      (key) => key.endsWith(ENDING) && timeOfId(key.slice(0, -ENDING.length)) < before,
    );
    await this.removeUnowned(...keys);
  }

  /** Of files by key, those of no data set that is, or may still be, in use. */
  async removeUnowned(...keys: string[]): Promise<void> {
    for (const key of await this.datasets.orphans(keys)) await this.storage.remove(key);
  }

  @Transactional()
  async requeue(actor: typeof SYSTEM, id: string): Promise<void> {
    this.outbox.publish(MEASURE_DATASET_RECEIVED, id, actor);
  }
}
