import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { exportLifecycle, type ExportStatus } from '#domain/exports/export.lifecycle';
import { actionsJson } from '#core/access';
import { Database, JsonText, sql, type PageRequest, type Sql } from '#platform/database';
import { exportKinds, formatsOf } from './export-kinds.js';

export interface ExportFilter {
  status?: ExportStatus;
  kind?: string;
  scheduleId?: string;
  /** Ordered by whoever asks, or by a schedule that is for them. */
  mine?: boolean;
}

const from = sql`exports e LEFT JOIN export_progress p ON p.export_id = e.id
  LEFT JOIN export_shares s ON s.export_id = e.id`;

/** `progress` is a share 0–1. */
function exportJson(actor: Actor): Sql {
  return sql`json_build_object('id', e.id, 'status', e.status, 'kind', e.kind, 'format', e.format, 'filters', e.filters,
    'asOf', e.as_of, 'csv', e.csv, 'requestedBy', e.requested_by, 'requestedAt', audit_time(e.requested_at),
    'progress', CASE WHEN e.status IN ('ready', 'expired') THEN 1 WHEN e.status = 'running' AND p.total > 0
      THEN round(p.rows::numeric / p.total, 3) ELSE 0 END,
    'rowCount', e.result->'rowCount', 'controlSums', e.result->'controlSums', 'sha256', e.result->'sha256',
    'size', e.result->'size', 'rowsSha256', e.result->'rowsSha256', 'changes', nullif(e.result->'changes', 'null'),
    'sharesRunOf', s.leader_id, 'failure', e.failure, 'expiresAt', audit_time(e.expires_at),
    'scheduleId', e.schedule_id, 'dueAt', audit_time(e.due_at),
    'actions', ${actionsJson(exportLifecycle, actor)} -> e.status)`;
}

export const EXPORT_STATUSES = exportLifecycle.states;

@Injectable()
export class ExportQueries {
  constructor(private readonly database: Database) {}

  kinds(): JsonText {
    const items = exportKinds.map((each) => {
      const { kind, filters, required = [], isOfNowOnly = false } = each;
      const columns = each.columns.map(({ key, type }) => ({ key, type }));
      return { kind, columns, filters, required, formats: formatsOf(each), isOfNowOnly };
    });
    return new JsonText(JSON.stringify({ items, nextCursor: null, total: items.length }));
  }

  list(
    actor: Actor,
    { status, kind, scheduleId, mine }: ExportFilter,
    request: PageRequest,
  ): Promise<JsonText> {
    const isForActor = sql`e.schedule_id IN (SELECT id FROM export_schedules WHERE ${actor.userId} = ANY(recipients))`;
    const where = [
      ...(status ? [sql`e.status = ${status}`] : []),
      ...(kind ? [sql`e.kind = ${kind}`] : []),
      ...(scheduleId ? [sql`e.schedule_id = ${scheduleId}`] : []),
      ...(mine ? [sql`(e.requested_by = ${actor.userId} OR ${isForActor})`] : []),
    ];
    const sorts = { requestedAt: { by: sql`e.requested_at`, type: 'timestamptz' as const } };
    const query = { item: exportJson(actor), from, where, id: sql`e.id`, sorts, defaultSort: '-requestedAt' };
    return this.database.page(actor, query, request);
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT ${exportJson(actor)}::text AS body, e.version FROM ${from} WHERE e.id = ${id}`,
    );
  }
}
