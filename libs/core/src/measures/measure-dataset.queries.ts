import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { DatasetChange } from '#domain/measures/dataset-change';
import {
  measureDatasetLifecycle,
  type MeasureDatasetStatus,
} from '#domain/measures/measure-dataset.lifecycle';
import { actionsJson } from '#core/access';
import { organisationJson } from '#core/organisations';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';
import { changesOf } from './dataset-changes.js';

export interface DatasetFilter {
  status?: MeasureDatasetStatus;
  kind?: string;
}

export interface ChangeFilter {
  change?: DatasetChange;
  flagged?: boolean;
}

export const MEASURE_DATASET_STATUSES = measureDatasetLifecycle.states;

const from = sql`measure_datasets d LEFT JOIN measure_dataset_progress p ON p.dataset_id = d.id`;

/** `progress` is a share 0–1. What is many is told in the one, not in the list. */
function datasetJson(actor: Actor, { isWhole }: { isWhole: boolean }): Sql {
  const parts = isWhole
    ? sql`, 'mapping', d.mapping, 'origin', d.origin, 'rejected', d.rejected, 'diff', d.diff`
    : sql``;
  return sql`jsonb_build_object('id', d.id, 'status', d.status, 'kind', d.kind, 'source', d.source, 'vintage', d.vintage,
    'licence', d.licence, 'fileName', d.file_name, 'format', d.format, 'sha256', d.sha256, 'size', d.size,
    'loadedBy', d.loaded_by, 'receivedAt', audit_time(d.received_at), 'loadedAt', audit_time(d.loaded_at),
    'progress', CASE WHEN d.status = 'reading' THEN coalesce(round(p.share::numeric, 3), 0) ELSE 1 END,
    'rowCount', CASE WHEN d.status = 'reading' THEN p.rows ELSE d.row_count END,
    'rejectedCount', d.rejected_count, 'failure', d.failure, 'reason', d.reason${parts},
    'actions', ${actionsJson(measureDatasetLifecycle, actor)} -> d.status)`;
}

@Injectable()
export class MeasureDatasetQueries {
  constructor(private readonly database: Database) {}

  list(actor: Actor, filter: DatasetFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      ...(filter.status ? [sql`d.status = ${filter.status}`] : []),
      ...(filter.kind ? [sql`d.kind = ${filter.kind}`] : []),
    ];
    const sorts = { receivedAt: { by: sql`d.received_at`, type: 'timestamptz' as const } };
    const item = datasetJson(actor, { isWhole: false });
    const countFrom = sql`measure_datasets d`;
    return this.database.page(
      actor,
      { item, from, countFrom, where, id: sql`d.id`, sorts, defaultSort: '-receivedAt' },
      request,
    );
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT ${datasetJson(actor, { isWhole: true })}::text AS body, d.version FROM ${from} WHERE d.id = ${id}`,
    );
  }

  /** What the data set changes, value by value. */
  async changes(
    actor: Actor,
    id: string,
    { change, flagged }: ChangeFilter,
    request: PageRequest,
  ): Promise<JsonText> {
    await this.one(actor, id);
    const where = [
      change ? sql`c.change = ${change}` : sql`c.change IS NOT NULL`,
      ...(flagged === undefined ? [] : [sql`c.flagged = ${flagged}`]),
    ];
    const item = sql`json_build_object('organisation', ${organisationJson}, 'measure', c.measure_code, 'year', c.year,
      'change', c.change, 'before', c.before, 'after', c.after, 'flagged', c.flagged)`;
    const sorts = {
      measure: { by: sql`c.measure_code || ' ' || c.year || ' ' || c.code`, type: 'text' as const },
    };
    const changed = sql`(${changesOf(id)}) c JOIN organisations o ON o.code = c.code`;
    return this.database.page(
      actor,
      { item, from: changed, where, id: sql`o.id`, sorts, defaultSort: 'measure' },
      request,
    );
  }
}
