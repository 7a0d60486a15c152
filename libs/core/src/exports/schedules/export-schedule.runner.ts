import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { exportScheduleLifecycle, type PauseReason } from '#domain/exports/export-schedule.lifecycle';
import { computeAsOf, computeDueRun } from '#domain/exports/recurrence';
import { SYSTEM } from '#core/access';
import { actorOfAccount, UserRepository } from '#core/users';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError, Forbidden, Invalid, type Problem } from '#platform/errors';
import { Transition } from '#platform/transition';
import type { Export } from '../export.entity.js';
import { ExportService } from '../export.service.js';
import type { ExportSchedule } from './export-schedule.entity.js';
import { ExportScheduleRepository } from './export-schedule.repository.js';

/** Why nothing was ordered, and will not be until a person has seen to it. */
interface Refusal {
  reason: PauseReason;
  problems: readonly Partial<Problem>[];
}

/**
 * Orders the exports that are due, in their owners' names and with their permissions and quotas. The order and the step
 * to the next moment are one transaction: whoever is killed has done both or neither.
 */
@Injectable()
export class ExportScheduleRunner {
  constructor(
    private readonly schedules: ExportScheduleRepository,
    private readonly exports: ExportService,
    private readonly users: UserRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** One that fails does not keep the others from theirs. Who has too many waiting comes again. */
  async runDue(): Promise<void> {
    const failures: string[] = [];
    for (const id of await this.schedules.due(this.clock.now()))
      await this.run(SYSTEM, id).catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'tooManyRequests') return;
        failures.push(`${id}: ${error instanceof Error ? error.message : String(error)}`);
      });
    if (failures.length > 0) throw new Error(`Not run: ${failures.join('; ')}`);
  }

  /** The latest moment that has come, once; those before it are missed, and counted. */
  @Transactional()
  async run(actor: Actor, id: string): Promise<void> {
    const schedule = await this.schedules.getForUpdate(id);
    const now = this.clock.now();
    if (schedule.nextRunAt === null || schedule.nextRunAt > now) return;
    const { dueAt, missed, next } = computeDueRun(schedule.recurrence, schedule.nextRunAt, now);
    const ordered = await this.order(actor, schedule, dueAt);
    if ('reason' in ordered) return this.pause(actor, schedule, ordered);
    const told = { dueAt: dueAt.toISOString(), missed, exportId: ordered.id };
    // Until it ends it has a next moment, so the last one is left where it is.
    const run = {
      lastRunAt: dueAt,
      missedRuns: schedule.missedRuns + missed,
      nextRunAt: next ?? schedule.nextRunAt,
    };
    await this.transition.apply(exportScheduleLifecycle, schedule, 'run', actor, run, told);
    if (next === null)
      await this.transition.apply(exportScheduleLifecycle, schedule, 'end', actor, { nextRunAt: null });
  }

  private async order(actor: Actor, schedule: ExportSchedule, dueAt: Date): Promise<Export | Refusal> {
    const owner = await this.users.findById(actor, schedule.ownedBy);
    if (!owner?.isActive) return { reason: 'ownerInactive', problems: [] };
    const { kind, format, filters, csv, recurrence } = schedule;
    const asOf = computeAsOf(schedule.asOf, recurrence, dueAt);
    const due = { scheduleId: schedule.id, dueAt };
    try {
      return await this.exports.order(actorOfAccount(owner), { kind, format, filters, csv, asOf }, due);
    } catch (error) {
      // Both are found before anything is written: the transaction goes on.
      if (error instanceof Forbidden) return { reason: 'ownerNotAllowed', problems: [] };
      if (error instanceof Invalid) return { reason: 'orderRefused', problems: error.findings };
      throw error;
    }
  }

  private async pause(actor: Actor, schedule: ExportSchedule, { reason, problems }: Refusal): Promise<void> {
    const paused = { pausedReason: reason, nextRunAt: null };
    await this.transition.apply(exportScheduleLifecycle, schedule, 'pause', actor, paused, {
      reason,
      problems,
    });
  }
}
