import type { ReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { exportLifecycle } from '#domain/exports/export.lifecycle';
import { authorise } from '#core/access';
import { Clock } from '#platform/clock';
import { CONFIG, type Config } from '#platform/config';
import { JsonText, Transactional } from '#platform/database';
import { DomainError, Invalid, NotFound, type Problem } from '#platform/errors';
import { newId } from '#platform/ids';
import { Outbox } from '#platform/outbox';
import { FileStorage } from '#platform/storage';
import { Transition } from '#platform/transition';
import { authoriseOrder, checkOrder, type ExportOrder } from './export-order.js';
import { Export, type ExportFormat } from './export.entity.js';
import { findExportKind } from './export-kinds.js';
import { EXPORT_REQUESTED } from './export-topics.js';
import { ExportRepository } from './export.repository.js';
import { fileName } from './export.writer.js';

/** By then some export has most likely ended. */
const RETRY_AFTER_SECONDS = 10;

/** Of what an export is ordered by the clock, and when that was due. */
export interface DueRun {
  scheduleId: string;
  dueAt: Date;
}

@Injectable()
export class ExportService {
  constructor(
    private readonly exports: ExportRepository,
    private readonly storage: FileStorage,
    private readonly outbox: Outbox,
    private readonly transition: Transition,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Transactional()
  async order(actor: Actor, order: ExportOrder, due?: DueRun): Promise<Export> {
    authoriseOrder(actor, order.kind);
    const problems = await this.problemsOf(order);
    if (problems.length > 0) throw new Invalid(problems);
    await this.exports.takeTurns();
    await this.refuseAboveQuota(actor);
    const ordered = Object.assign(new Export(), order, due, {
      id: newId(),
      requestedBy: actor.userId,
      requestedAt: this.clock.now(),
    });
    const leaderId = await this.exports.findEqual(ordered);
    await this.transition.create(exportLifecycle, ordered, actor, { ...order, ...due });
    if (leaderId) this.exports.share(ordered.id, leaderId);
    else this.outbox.publish(EXPORT_REQUESTED, ordered.id, actor);
    return ordered;
  }

  /** Those who wait for the same file wait on: one of them takes it over. */
  @Transactional()
  async cancel(actor: Actor, id: string): Promise<Export> {
    const ordered = await this.exports.getForUpdate(id);
    authorise(actor, 'export.cancel', ordered);
    const cancelled = await this.transition.apply(exportLifecycle, ordered, 'cancel', actor);
    await this.exports.unshare(id);
    const [heir] = await this.exports.followers(id);
    if (heir) {
      await this.exports.promote(heir.id, id);
      this.outbox.publish(EXPORT_REQUESTED, heir.id, actor);
    }
    return cancelled;
  }

  @Transactional()
  async retry(actor: Actor, id: string): Promise<Export> {
    const failed = await this.exports.getForUpdate(id);
    authorise(actor, 'export.retry', failed);
    await this.exports.takeTurns();
    await this.refuseAboveQuota(actor);
    await this.exports.unshare(id);
    const queued = await this.transition.apply(exportLifecycle, failed, 'retry', actor, { failure: null });
    this.outbox.publish(EXPORT_REQUESTED, id, actor);
    return queued;
  }

  /** The file, if it still is what was made: read once before anything of it is handed out. */
  async open(
    actor: Actor,
    id: string,
  ): Promise<{ stream: ReadStream; name: string; format: ExportFormat; size: number }> {
    const ready = await this.exports.get(actor, id);
    const { format, result, status } = ready;
    if (status !== 'ready' || !result) throw new NotFound();
    const { fileKey, sha256, size } = result;
    const stored = await this.storage.measure(fileKey);
    if (stored?.sha256 !== sha256)
      throw new DomainError('fileDamaged', { reason: stored ? 'changed' : 'missing' });
    return { stream: this.storage.read(fileKey), name: fileName(ready, this.clock), format, size };
  }

  async manifest(actor: Actor, id: string): Promise<JsonText> {
    const { manifest } = await this.exports.get(actor, id);
    if (!manifest) throw new NotFound();
    return new JsonText(manifest);
  }

  /** What is wrong with an order, besides who gives it. */
  async problemsOf(order: ExportOrder): Promise<Problem[]> {
    return [...checkOrder(order, this.clock.today()), ...(await this.checkThere(order))];
  }

  /** A file of nothing that is there would say that there is nothing of it. */
  private async checkThere({ kind, filters }: ExportOrder): Promise<Problem[]> {
    const understood = findExportKind(kind)?.filters ?? [];
    const missing = await this.exports.missing(filters);
    return understood.flatMap((filter) =>
      missing[filter] ? [{ code: missing[filter], path: `filters.${filter}` }] : [],
    );
  }

  private async refuseAboveQuota({ userId }: Actor): Promise<void> {
    const { perUser, total } = this.config.exports;
    const { own, all } = await this.exports.unfinished(userId);
    const problems = [
      ...(own >= perUser ? [{ code: 'tooManyExportsOfUser', data: { limit: perUser } }] : []),
      ...(all >= total ? [{ code: 'tooManyExports', data: { limit: total } }] : []),
    ];
    if (problems.length > 0)
      throw new DomainError('tooManyRequests', { retryAfterSeconds: RETRY_AFTER_SECONDS }, problems);
  }
}
