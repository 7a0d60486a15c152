import { Injectable } from '@nestjs/common';
import { Database, sql, type Scope } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Export } from './export.entity.js';

/** A run tells how far it has come at least this often; one silent for longer is dead. */
const SILENT_SECONDS = 30;

@Injectable()
export class ExportRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<Export> {
    return this.database.lock(Export, id);
  }

  async get(scope: Scope, id: string): Promise<Export> {
    const found = await this.database.readOne<Export>(
      scope,
      sql`SELECT id, status, kind, format, requested_by AS "requestedBy", requested_at AS "requestedAt", result FROM exports
          WHERE id = ${id}`,
    );
    if (!found) throw new NotFound();
    return found;
  }

  /** Outside any transaction of the case: progress is seen while the export runs. */
  async progress(id: string, rows: number, total: number): Promise<void> {
    await this.database.transaction({ organisationId: null }, () =>
      this.database.execute(
        sql`INSERT INTO export_progress (export_id, rows, total) VALUES (${id}, ${rows}, ${total})
            ON CONFLICT (export_id) DO UPDATE SET rows = excluded.rows, total = excluded.total, at = now()`,
      ),
    );
  }

  /** Unfinished exports that nothing is heard of: their worker died, or the queue lost them. */
  async silent(): Promise<{ id: string; requestedBy: string }[]> {
    return this.database.read(
      { organisationId: null },
      sql`SELECT e.id, e.requested_by AS "requestedBy" FROM exports e LEFT JOIN export_progress p ON p.export_id = e.id
          WHERE e.status IN ('queued', 'running')
            AND greatest(e.requested_at, p.at) < now() - make_interval(secs => ${SILENT_SECONDS})
            AND NOT EXISTS (SELECT FROM outbox_messages m WHERE m.subject_id = e.id
              AND (m.relayed_at IS NULL OR m.relayed_at > now() - make_interval(secs => ${SILENT_SECONDS})))`,
    );
  }

  async expired(now: Date): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      { organisationId: null },
      sql`SELECT id FROM exports WHERE status = 'ready' AND expires_at <= ${now}`,
    );
    return rows.map((row) => row.id);
  }

  /** Which of the files are of an export that neither is ready with them nor may yet be. */
  async orphans(keys: readonly string[]): Promise<string[]> {
    const rows = await this.database.read<{ key: string }>(
      { organisationId: null },
      sql`SELECT key FROM unnest(${keys}::text[]) AS key JOIN exports e ON e.id::text = left(key, 36)
          WHERE e.status NOT IN ('queued', 'running') AND (e.status <> 'ready' OR e.result->>'fileKey' <> key)`,
    );
    return rows.map((row) => row.key);
  }
}
