import { Injectable } from '@nestjs/common';
import { exportLifecycle } from '#domain/exports/export.lifecycle';
import { SYSTEM } from '#core/access';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { FileStorage } from '#platform/storage';
import { Transition } from '#platform/transition';
import { ExportRepository } from './export.repository.js';
import { EXPORT_REQUESTED } from './export-topics.js';

/** What the clock does for exports: takes up lost ones, lets old ones expire, and removes files that nobody owns. */
@Injectable()
export class ExportKeeper {
  constructor(
    private readonly exports: ExportRepository,
    private readonly storage: FileStorage,
    private readonly outbox: Outbox,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  async resume(): Promise<void> {
    for (const { id } of await this.exports.silent()) await this.requeue(SYSTEM, id);
  }

  async expire(): Promise<void> {
    for (const id of await this.exports.expired(this.clock.now())) await this.end(SYSTEM, id);
    // Listed before the exports are asked: a file that comes later belongs to one that was still running.
    const keys = await this.storage.keys();
    for (const key of await this.exports.orphans(keys)) await this.storage.remove(key);
  }

  @Transactional()
  async requeue(actor: typeof SYSTEM, id: string): Promise<void> {
    this.outbox.publish(EXPORT_REQUESTED, id, actor);
  }

  @Transactional()
  async end(actor: typeof SYSTEM, id: string): Promise<void> {
    const ready = await this.exports.getForUpdate(id);
    if (!exportLifecycle.next(ready.status, 'expire')) return;
    await this.transition.apply(exportLifecycle, ready, 'expire', actor);
    const { fileKey, rowsKey } = ready.result!;
    await this.storage.remove(fileKey);
    if (rowsKey) await this.storage.remove(rowsKey);
  }
}
