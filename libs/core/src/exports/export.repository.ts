import { Injectable } from '@nestjs/common';
import { Database, sql, type Scope } from '#platform/database';
import { NotFound } from '#platform/errors';
import { isUnderWay } from '#platform/outbox';
import { Export } from './export.entity.js';
import type { ExportFilters } from './export-kind.js';

/** A run tells how far it has come at least this often; one silent for longer is dead. */
const SILENT_SECONDS = 30;

const EVERYTHING = { organisationId: null };

/** What is left to compare with; the file of its hashes may be gone. */
interface Previous {
  id: string;
  requestedAt: Date;
  rowsSha256: string;
  rowsKey: string;
  rowCount: number;
}

/** A code of a problem by filter. */
type Missing = Partial<Record<keyof ExportFilters, string | null>>;

@Injectable()
export class ExportRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<Export> {
    return this.database.lock(Export, id);
  }

  /** As it stands, not locked: whoever acts on it looks again. */
  find(id: string): Promise<Export | undefined> {
    return this.database.readOne<Export>(
      EVERYTHING,
      sql`SELECT id, status, kind, format, filters, as_of AS "asOf" FROM exports WHERE id = ${id}`,
    );
  }

  async get(scope: Scope, id: string): Promise<Export> {
    const found = await this.database.readOne<Export>(
      scope,
      sql`SELECT id, status, kind, format, requested_by AS "requestedBy", requested_at AS "requestedAt", result, manifest
          FROM exports WHERE id = ${id}`,
    );
    if (!found) throw new NotFound();
    return found;
  }

  /** Orders are checked against each other: one after another. */
  async takeTurns(): Promise<void> {
    await this.database.execute(sql`SELECT pg_advisory_xact_lock(hashtext('medel.export.order'))`);
  }

  /** How many are queued or running: those of one person, and all. */
  async unfinished(userId: string): Promise<{ own: number; all: number }> {
    const [counted] = await this.database.execute<{ own: number; all: number }>(
      sql`SELECT count(*) FILTER (WHERE requested_by = ${userId})::integer AS own, count(*)::integer AS all
          FROM exports WHERE status IN ('queued', 'running')`,
    );
    return counted!;
  }

  /** What is named by its id and is not there, each with what is then wrong. Of a draft the agency knows nothing. */
  async missing({ applicationId, callId, organisationId }: ExportFilters): Promise<Missing> {
    if (!applicationId && !callId && !organisationId) return {};
    const [found] = await this.database.execute<Missing>(
      sql`SELECT CASE WHEN NOT EXISTS (SELECT FROM applications WHERE id = ${applicationId ?? null}::uuid
              AND status NOT IN ('draft', 'discarded')) THEN 'unknownApplication' END AS "applicationId",
            CASE WHEN NOT EXISTS (SELECT FROM calls WHERE id = ${callId ?? null}::uuid) THEN 'unknownCall' END AS "callId",
            CASE WHEN NOT EXISTS (SELECT FROM organisations WHERE id = ${organisationId ?? null}::uuid)
              THEN 'unknownOrganisation' END AS "organisationId"`,
    );
    return {
      ...(applicationId && { applicationId: found!.applicationId }),
      ...(callId && { callId: found!.callId }),
      ...(organisationId && { organisationId: found!.organisationId }),
    };
  }

  /** An equal order that is queued or running; locked, so that it does not end before it knows who follows. */
  async findEqual({ kind, format, filters, asOf, csv }: Export): Promise<string | undefined> {
    const [equal] = await this.database.execute<{ id: string }>(
      sql`SELECT e.id FROM exports e WHERE e.status IN ('queued', 'running') AND e.kind = ${kind} AND e.format = ${format}
            AND e.filters = ${JSON.stringify(filters)}::jsonb AND e.as_of IS NOT DISTINCT FROM ${asOf}::date
            AND e.csv IS NOT DISTINCT FROM ${csv && JSON.stringify(csv)}::jsonb
            AND NOT EXISTS (SELECT FROM export_shares s WHERE s.export_id = e.id)
          ORDER BY e.requested_at, e.id LIMIT 1 FOR UPDATE OF e`,
    );
    return equal?.id;
  }

  share(id: string, leaderId: string): void {
    this.database.send(sql`INSERT INTO export_shares (export_id, leader_id) VALUES (${id}, ${leaderId})`);
  }

  /** It is run by itself. */
  async unshare(id: string): Promise<void> {
    await this.database.execute(sql`DELETE FROM export_shares WHERE export_id = ${id}`);
  }

  async promote(heirId: string, formerId: string): Promise<void> {
    await this.unshare(heirId);
    await this.database.execute(
      sql`UPDATE export_shares SET leader_id = ${heirId} WHERE leader_id = ${formerId}`,
    );
  }

  /** Who still waits for the file of another, locked. */
  async followers(leaderId: string): Promise<Export[]> {
    const rows = await this.database.execute<{ id: string }>(
      sql`SELECT e.id FROM exports e JOIN export_shares s ON s.export_id = e.id
          WHERE s.leader_id = ${leaderId} AND e.status = 'queued' ORDER BY e.requested_at, e.id`,
    );
    const followers: Export[] = [];
    for (const { id } of rows) {
      const follower = await this.getForUpdate(id);
      if (follower.status === 'queued') followers.push(follower);
    }
    return followers;
  }

  /**
   * The export of the same order that the same person has had before, while its hashes are told. Of a schedule, the one of
   * its run before, whatever day each of them shows.
   */
  async previous(ordered: Export): Promise<Previous | undefined> {
    const sameOrder = ordered.scheduleId
      ? sql`schedule_id = ${ordered.scheduleId}`
      : sql`schedule_id IS NULL AND requested_by = ${ordered.requestedBy} AND as_of IS NOT DISTINCT FROM ${ordered.asOf}::date`;
    return this.database.readOne<Previous>(
      EVERYTHING,
      sql`SELECT id, requested_at AS "requestedAt", result->>'rowsSha256' AS "rowsSha256",
            result->>'rowsKey' AS "rowsKey", (result->'rowCount')::integer AS "rowCount"
          FROM exports WHERE ${sameOrder} AND kind = ${ordered.kind} AND filters = ${JSON.stringify(ordered.filters)}::jsonb
            AND result->>'rowsSha256' IS NOT NULL AND requested_at < ${ordered.requestedAt} AND id <> ${ordered.id}
          ORDER BY requested_at DESC, id DESC LIMIT 1`,
    );
  }

  async waitForLargeLane(id: string): Promise<void> {
    await this.database.transaction(EVERYTHING, () =>
      this.database.execute(
        sql`INSERT INTO export_waiting_large (export_id) VALUES (${id}) ON CONFLICT (export_id) DO UPDATE SET at = now()`,
      ),
    );
  }

  async takeWaitingLarge(): Promise<string[]> {
    const rows = await this.database.execute<{ id: string }>(
      sql`DELETE FROM export_waiting_large RETURNING export_id AS id`,
    );
    return rows.map((row) => row.id);
  }

  /** Outside any transaction of the case: progress is seen while the export runs. */
  async progress(id: string, rows: number, total: number): Promise<void> {
    await this.database.transaction(EVERYTHING, () =>
      this.database.execute(
        sql`INSERT INTO export_progress (export_id, rows, total) VALUES (${id}, ${rows}, ${total})
            ON CONFLICT (export_id) DO UPDATE SET rows = excluded.rows, total = excluded.total, at = now()`,
      ),
    );
  }

  /** Unfinished exports that nothing is heard of: their worker died, or the queue lost them. */
  async silent(): Promise<{ id: string; requestedBy: string }[]> {
    return this.database.read(
      EVERYTHING,
      sql`SELECT e.id, e.requested_by AS "requestedBy" FROM exports e LEFT JOIN export_progress p ON p.export_id = e.id
          WHERE e.status IN ('queued', 'running')
            AND greatest(e.requested_at, p.at) < now() - make_interval(secs => ${SILENT_SECONDS})
            AND NOT EXISTS (SELECT FROM export_shares s JOIN exports l ON l.id = s.leader_id
              WHERE s.export_id = e.id AND l.status IN ('queued', 'running'))
            AND NOT ${isUnderWay(sql`e.id`, SILENT_SECONDS)}`,
    );
  }

  /** Those whose days are over, and those of a schedule that as many newer ones have come after as it keeps. */
  async expired(now: Date): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      EVERYTHING,
      sql`SELECT id FROM exports WHERE status = 'ready' AND expires_at <= ${now}
          UNION SELECT id FROM (
            SELECT e.id, s.keep_files, row_number() OVER (PARTITION BY e.schedule_id ORDER BY e.due_at DESC) AS place
            FROM exports e JOIN export_schedules s ON s.id = e.schedule_id
            WHERE e.status = 'ready' AND s.keep_files IS NOT NULL) placed
          WHERE place > keep_files`,
    );
    return rows.map((row) => row.id);
  }

  /** Days for which the files of a schedule are kept; `null` where only newer ones end them. */
  async keepDays(scheduleId: string): Promise<number | null> {
    const [schedule] = await this.database.execute<{ days: number | null }>(
      sql`SELECT keep_days AS days FROM export_schedules WHERE id = ${scheduleId}`,
    );
    return schedule!.days;
  }

  /** Which of the files are of an export that neither is ready with them nor may yet be. */
  async orphans(keys: readonly string[]): Promise<string[]> {
    const rows = await this.database.read<{ key: string }>(
      EVERYTHING,
      sql`SELECT key FROM unnest(${keys}::text[]) AS key JOIN exports e ON e.id::text = left(key, 36)
          WHERE e.status NOT IN ('queued', 'running') AND (e.status <> 'ready' OR key NOT IN (e.result->>'fileKey', e.result->>'rowsKey'))`,
    );
    return rows.map((row) => row.key);
  }
}
