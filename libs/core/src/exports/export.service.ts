import type { ReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { exportLifecycle } from '#domain/exports/export.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import { authorise } from '#core/access';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Invalid, NotFound, type Problem } from '#platform/errors';
import { newId } from '#platform/ids';
import { defineTopic, Outbox } from '#platform/outbox';
import { FileStorage } from '#platform/storage';
import { Transition } from '#platform/transition';
import type { ExportFilters } from './export-kind.js';
import { findExportKind } from './export-kinds.js';
import { Export, type ExportFormat } from './export.entity.js';
import { ExportRepository } from './export.repository.js';

export const EXPORT_REQUESTED = defineTopic('export.requested');

export interface ExportOrder {
  kind: string;
  format: ExportFormat;
  filters: ExportFilters;
  asOf: LocalDate | null;
}

@Injectable()
export class ExportService {
  constructor(
    private readonly exports: ExportRepository,
    private readonly storage: FileStorage,
    private readonly outbox: Outbox,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async order(actor: Actor, order: ExportOrder): Promise<Export> {
    authorise(actor, 'export.create');
    const problems = checkOrder(order, this.clock.today());
    if (problems.length > 0) throw new Invalid(problems);
    const ordered = Object.assign(new Export(), order, {
      id: newId(),
      requestedBy: actor.userId,
      requestedAt: this.clock.now(),
    });
    await this.transition.create(exportLifecycle, ordered, actor, { ...order });
    this.outbox.publish(EXPORT_REQUESTED, ordered.id, actor);
    return ordered;
  }

  @Transactional()
  async cancel(actor: Actor, id: string): Promise<Export> {
    const ordered = await this.exports.getForUpdate(id);
    authorise(actor, 'export.cancel', ordered);
    return this.transition.apply(exportLifecycle, ordered, 'cancel', actor);
  }

  @Transactional()
  async retry(actor: Actor, id: string): Promise<Export> {
    const failed = await this.exports.getForUpdate(id);
    authorise(actor, 'export.retry', failed);
    const queued = await this.transition.apply(exportLifecycle, failed, 'retry', actor, { failure: null });
    this.outbox.publish(EXPORT_REQUESTED, id, actor);
    return queued;
  }

  async open(
    actor: Actor,
    id: string,
  ): Promise<{ stream: ReadStream; name: string; format: ExportFormat; size: number }> {
    const { kind, format, result, status, requestedAt } = await this.exports.get(actor, id);
    if (status !== 'ready' || !result) throw new NotFound();
    const day = this.clock.dayOf(requestedAt);
    return {
      stream: this.storage.read(result.fileKey),
      name: `${kind}-${day}.${format}`,
      format,
      size: result.size,
    };
  }
}

function checkOrder({ kind, filters, asOf }: ExportOrder, today: LocalDate): Problem[] {
  const known = findExportKind(kind);
  const unknown = Object.keys(filters).filter((name) => known && !(known.filters as string[]).includes(name));
  return [
    ...(known ? [] : [{ code: 'unknownExportKind', path: 'kind' }]),
    ...unknown.map((name) => ({
      code: 'unknownFilter',
      path: `filters.${name}`,
      data: { allowed: known!.filters },
    })),
    ...(asOf !== null && asOf > today ? [{ code: 'dateInTheFuture', path: 'asOf', data: { today } }] : []),
  ];
}
