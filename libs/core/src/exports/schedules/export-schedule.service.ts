import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { hasPermission } from '#domain/access/policy';
import { exportScheduleLifecycle } from '#domain/exports/export-schedule.lifecycle';
import {
  checkRecurrence,
  computeAsOf,
  computeNextRun,
  type AsOfRule,
  type Recurrence,
} from '#domain/exports/recurrence';
import { authorise, expectVersion } from '#core/access';
import { actorOfAccount, UserRepository } from '#core/users';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Forbidden, Invalid, type Problem } from '#platform/errors';
import { newId } from '#platform/ids';
import { canonicalJson } from '#platform/json';
import { Transition } from '#platform/transition';
import { findExportKind } from '../export-kinds.js';
import { authoriseOrder, type ExportOrder } from '../export-order.js';
import { ExportService } from '../export.service.js';
import { ExportSchedule } from './export-schedule.entity.js';
import { ExportScheduleRepository } from './export-schedule.repository.js';

/** What a schedule is told: the order that it gives, when, for whom, and how long its files are kept. */
export interface ExportScheduleContent extends Omit<ExportOrder, 'asOf'> {
  title: string;
  asOf: AsOfRule;
  recurrence: Recurrence;
  recipients: string[];
  keepDays: number | null;
  keepFiles: number | null;
}

type Changes = Partial<Omit<ExportScheduleContent, 'kind'>>;

/** Ordered once, given again and again: by its owner, who alone may change what is ordered in the owner's name. */
@Injectable()
export class ExportScheduleService {
  constructor(
    private readonly schedules: ExportScheduleRepository,
    private readonly exports: ExportService,
    private readonly users: UserRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async create(actor: Actor, content: ExportScheduleContent): Promise<ExportSchedule> {
    authorise(actor, 'exportSchedule.create');
    authoriseOrder(actor, content.kind);
    await this.refuse(actor, content);
    const now = this.clock.now();
    const made = Object.assign(new ExportSchedule(), content, {
      id: newId(),
      ownedBy: actor.userId,
      createdAt: now,
      nextRunAt: computeNextRun(content.recurrence, now),
      missedRuns: 0,
    });
    return this.transition.create(exportScheduleLifecycle, made, actor, { ...content });
  }

  /** What is left out stays as it is. Files that are there already keep their days. */
  @Transactional()
  async edit(actor: Actor, id: string, version: number, changes: Changes): Promise<ExportSchedule> {
    const schedule = await this.schedules.getForUpdate(id);
    authorise(actor, 'exportSchedule.edit', schedule);
    authoriseOwner(actor, schedule);
    expectVersion(schedule, version);
    await this.refuse(actor, { ...schedule, ...changes }, changes.recurrence !== undefined);
    const next = this.nextRunAfter(schedule, changes);
    return this.transition.apply(
      exportScheduleLifecycle,
      schedule,
      'edit',
      actor,
      { ...changes, ...next },
      { ...changes },
    );
  }

  @Transactional()
  async pause(actor: Actor, id: string): Promise<ExportSchedule> {
    const schedule = await this.schedules.getForUpdate(id);
    authorise(actor, 'exportSchedule.pause', schedule);
    const paused = { pausedReason: 'byPerson', nextRunAt: null } as const;
    return this.transition.apply(exportScheduleLifecycle, schedule, 'pause', actor, paused, {
      reason: paused.pausedReason,
    });
  }

  /** From now on: what would have been due while it was paused is not made up for. */
  @Transactional()
  async resume(actor: Actor, id: string): Promise<ExportSchedule> {
    const schedule = await this.schedules.getForUpdate(id);
    authorise(actor, 'exportSchedule.resume', schedule);
    authoriseOwner(actor, schedule);
    authoriseOrder(actor, schedule.kind);
    await this.refuse(actor, schedule);
    const nextRunAt = computeNextRun(schedule.recurrence, this.clock.now());
    const resumed = { pausedReason: null, nextRunAt };
    return this.transition.apply(exportScheduleLifecycle, schedule, 'resume', actor, resumed);
  }

  @Transactional()
  async end(actor: Actor, id: string): Promise<ExportSchedule> {
    const schedule = await this.schedules.getForUpdate(id);
    authorise(actor, 'exportSchedule.end', schedule);
    const ended = { pausedReason: null, nextRunAt: null };
    return this.transition.apply(exportScheduleLifecycle, schedule, 'end', actor, ended);
  }

  /** A moment that has come and waits for the worker is kept, unless the recurrence itself is another. */
  private nextRunAfter(
    { status, recurrence }: ExportSchedule,
    changes: Changes,
  ): Pick<ExportSchedule, 'nextRunAt'> | undefined {
    if (status !== 'active' || !changes.recurrence) return undefined;
    if (canonicalJson(changes.recurrence) === canonicalJson(recurrence)) return undefined;
    return { nextRunAt: computeNextRun(changes.recurrence, this.clock.now()) };
  }

  /** With everything that is wrong, never the first only. */
  private async refuse(actor: Actor, content: ExportScheduleContent, mustComeAgain = true): Promise<void> {
    const { kind, format, filters, csv, recurrence } = content;
    const asOf = computeAsOf(content.asOf, recurrence, this.clock.now());
    const problems = [
      ...(await this.exports.problemsOf({ kind, format, filters, csv, asOf })),
      ...checkRecurrence(recurrence).map((problem) => ({ ...problem, path: `recurrence.${problem.path}` })),
      ...(await this.checkRecipients(actor, content)),
      ...(content.keepDays === null && content.keepFiles === null
        ? [{ code: 'required', path: 'keeping' }]
        : []),
    ];
    if (problems.length === 0 && mustComeAgain && !computeNextRun(recurrence, this.clock.now()))
      problems.push({ code: 'noRunLeft', path: 'recurrence.until' });
    if (problems.length > 0) throw new Invalid(problems);
  }

  /** Whoever is to have the exports may read them, and order them by themselves. */
  private async checkRecipients(
    actor: Actor,
    { kind, recipients }: ExportScheduleContent,
  ): Promise<Problem[]> {
    const needed = findExportKind(kind)?.permission ?? 'export.read';
    const users = await this.users.findByIds(actor, recipients);
    const readers = users.filter(
      (user) => user.isActive && [needed, 'export.read' as const].every((each) => hasPermission(actorOfAccount(user), each)), // prettier-ignore
    );
    const strangers = recipients.filter((id) => !readers.some((user) => user.id === id));
    return [
      ...(new Set(recipients).size < recipients.length ? [{ code: 'duplicate', path: 'recipients' }] : []),
      ...strangers.map((id) => ({
        code: 'notAReaderOfExports',
        path: `recipients[${recipients.indexOf(id)}]`,
      })),
    ];
  }
}

function authoriseOwner(actor: Actor, { ownedBy }: ExportSchedule): void {
  if (ownedBy !== actor.userId) throw new Forbidden();
}
