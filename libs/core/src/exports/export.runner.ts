import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { exportLifecycle } from '#domain/exports/export.lifecycle';
import { AuditSealer } from '#platform/audit';
import { Clock } from '#platform/clock';
import { Snapshots, Transactional } from '#platform/database';
import { newId } from '#platform/ids';
import { Outbox } from '#platform/outbox';
import { FileStorage, sha256 } from '#platform/storage';
import { Transition } from '#platform/transition';
import { EXPORT_REQUESTED } from './export-topics.js';
import { findExportKind } from './export-kinds.js';
import type { Export, ExportResult } from './export.entity.js';
import { ExportRepository } from './export.repository.js';
import { ExportWriter, type FileKeys } from './export.writer.js';
import { LargeLane } from './large-lane.js';

const DAYS_KEPT = 7;
const MILLISECONDS_PER_DAY = 86_400_000;
const EVERYTHING = { organisationId: null };

interface Made {
  result: ExportResult;
  manifest: string;
}

/**
 * Makes the file of an export. Run twice, it makes the file once: the first result that is written down holds. Equal
 * orders that came meanwhile get the same file.
 */
@Injectable()
export class ExportRunner {
  constructor(
    private readonly exports: ExportRepository,
    private readonly snapshots: Snapshots,
    private readonly storage: FileStorage,
    private readonly transition: Transition,
    private readonly outbox: Outbox,
    private readonly lane: LargeLane,
    private readonly writer: ExportWriter,
    private readonly sealer: AuditSealer,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<void> {
    const ordered = await this.exports.find(id);
    if (!ordered || !exportLifecycle.next(ordered.status, 'start')) return;
    if (findExportKind(ordered.kind)?.isSealed) await this.sealer.seal(actor);
    const wasLarge = await this.snapshots.read(EVERYTHING, async (snapshot) => {
      const way = await this.lane.enter(snapshot, ordered);
      if (way === 'waits') return false;
      const started = await this.start(actor, id);
      if (started) {
        const written = keysOf(id, started.format);
        await this.removingUnused(written, async () =>
          this.complete(actor, id, await this.writer.write(snapshot, started, written)),
        );
      }
      return way === 'large';
    });
    if (wasLarge) await this.next(actor);
  }

  @Transactional()
  async start(actor: Actor, id: string): Promise<Export | undefined> {
    const queued = await this.exports.getForUpdate(id);
    if (!exportLifecycle.next(queued.status, 'start')) return undefined;
    await this.exports.unshare(id);
    return this.transition.apply(exportLifecycle, queued, 'start', actor);
  }

  /** False where it was cancelled meanwhile, or another worker was first. */
  @Transactional()
  async complete(actor: Actor, id: string, made: Made): Promise<boolean> {
    const running = await this.exports.getForUpdate(id);
    if (!exportLifecycle.next(running.status, 'complete')) return false;
    await this.finish(actor, running, made);
    for (const follower of await this.exports.followers(id)) await this.share(actor, follower, made);
    return true;
  }

  @Transactional()
  async fail(actor: Actor, id: string, failure: string): Promise<void> {
    const running = await this.exports.getForUpdate(id);
    if (!exportLifecycle.next(running.status, 'fail')) return;
    await this.transition.apply(exportLifecycle, running, 'fail', actor, { failure }, { failure });
    for (const follower of await this.exports.followers(id)) {
      await this.transition.apply(exportLifecycle, follower, 'start', actor);
      await this.transition.apply(exportLifecycle, follower, 'fail', actor, { failure }, { failure });
    }
  }

  /** Large exports that waited for the one that has ended. */
  @Transactional()
  async next(actor: Actor): Promise<void> {
    for (const id of await this.exports.takeWaitingLarge()) this.outbox.publish(EXPORT_REQUESTED, id, actor);
  }

  private async finish(actor: Actor, running: Export, { result, manifest }: Made): Promise<void> {
    const days = running.scheduleId ? await this.exports.keepDays(running.scheduleId) : DAYS_KEPT;
    const expiresAt =
      days === null ? null : new Date(this.clock.now().getTime() + days * MILLISECONDS_PER_DAY);
    const { rowCount, rowsSha256 } = result;
    await this.transition.apply(
      exportLifecycle,
      running,
      'complete',
      actor,
      { result, manifest, expiresAt },
      { sha256: result.sha256, rowCount, rowsSha256, manifestSha256: sha256(manifest) },
    );
  }

  /**
   * Its own name for the same bytes: it may expire, or be taken away, by itself. And what has changed since its own order
   * was last run, which the manifest says of the order that was run.
   */
  private async share(actor: Actor, follower: Export, { result, manifest }: Made): Promise<void> {
    const keys = keysOf(follower.id, follower.format);
    await this.storage.link(result.fileKey, keys.fileKey);
    await this.storage.link(result.rowsKey!, keys.rowsKey);
    const changes = await this.writer.changes(follower, { ...result, ...keys });
    await this.transition.apply(exportLifecycle, follower, 'start', actor);
    await this.finish(actor, follower, { result: { ...result, ...keys, changes }, manifest });
  }

  private async removingUnused({ fileKey, rowsKey }: FileKeys, work: () => Promise<boolean>): Promise<void> {
    let isUsed = false;
    try {
      isUsed = await work();
    } finally {
      if (!isUsed) for (const key of [fileKey, rowsKey]) await this.storage.remove(key);
    }
  }
}

function keysOf(id: string, format: string): FileKeys {
  const run = newId();
  return { fileKey: `${id}-${run}.${format}`, rowsKey: `${id}-${run}.rows` };
}
