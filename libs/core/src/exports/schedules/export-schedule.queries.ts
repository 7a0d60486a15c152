import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import {
  exportScheduleLifecycle,
  type ExportScheduleStatus,
} from '#domain/exports/export-schedule.lifecycle';
import { actionsJson } from '#core/access';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';

export interface ExportScheduleFilter {
  status?: ExportScheduleStatus;
  kind?: string;
  /** Owned by whoever asks, or for them. */
  mine?: boolean;
}

export const EXPORT_SCHEDULE_STATUSES = exportScheduleLifecycle.states;

/** What only its owner does: the exports are ordered in the owner's name. */
const OWNERS = ['edit', 'resume'];

function scheduleJson(actor: Actor): Sql {
  const actions = sql`(${actionsJson(exportScheduleLifecycle, actor)} -> s.status)`;
  return sql`json_build_object('id', s.id, 'status', s.status, 'title', s.title, 'kind', s.kind, 'format', s.format,
    'filters', s.filters, 'csv', s.csv, 'asOf', s.as_of, 'recurrence', s.recurrence,
    'recipients', (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY u.name, u.id), '[]')
      FROM users u WHERE u.id = ANY(s.recipients)),
    'keeping', json_build_object('days', s.keep_days, 'files', s.keep_files),
    'owner', (SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = s.owned_by),
    'createdAt', audit_time(s.created_at), 'nextRunAt', audit_time(s.next_run_at), 'lastRunAt', audit_time(s.last_run_at),
    'missedRuns', s.missed_runs, 'pausedReason', s.paused_reason,
    'actions', CASE WHEN s.owned_by = ${actor.userId} THEN ${actions} ELSE ${actions} - ${OWNERS}::text[] END)`;
}

@Injectable()
export class ExportScheduleQueries {
  constructor(private readonly database: Database) {}

  list(actor: Actor, { status, kind, mine }: ExportScheduleFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      ...(status ? [sql`s.status = ${status}`] : []),
      ...(kind ? [sql`s.kind = ${kind}`] : []),
      ...(mine ? [sql`(s.owned_by = ${actor.userId} OR ${actor.userId} = ANY(s.recipients))`] : []),
    ];
    const sorts = { createdAt: { by: sql`s.created_at`, type: 'timestamptz' as const } };
    const query = {
      item: scheduleJson(actor),
      from: sql`export_schedules s`,
      where,
      id: sql`s.id`,
      sorts,
      defaultSort: '-createdAt',
    };
    return this.database.page(actor, query, request);
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT ${scheduleJson(actor)}::text AS body, s.version FROM export_schedules s WHERE s.id = ${id}`,
    );
  }
}
