import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/shared/local-date';
import { Database, sql } from '#platform/database';
import { dueApplications } from './due-sql.js';
import type { ThinnedFile } from './thinning-item.entity.js';
import { Thinning } from './thinning.entity.js';

interface Due {
  applicationId: string;
  organisationId: string;
  eventOn: LocalDate;
}

/** A list that somebody can read through. What is left comes on the next. */
const MOST_LISTED = 1_000;

@Injectable()
export class ThinningRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<Thinning> {
    return this.database.lock(Thinning, id);
  }

  /** Lists are made one after another: two workers would list the same twice. */
  async takeTurn(): Promise<void> {
    await this.database.execute(sql`SELECT pg_advisory_xact_lock(hashtext('medel.thinnings'))`);
  }

  /** Whether one waits to be proposed: what is due meanwhile comes on the next. */
  async isListed(programmeCode: string, material: string): Promise<boolean> {
    const [row] = await this.database.execute<{ found: boolean }>(
      sql`SELECT EXISTS (SELECT FROM thinnings WHERE programme_code = ${programmeCode} AND material = ${material}
            AND status IN ('listed', 'proposed')) AS found`,
    );
    return row!.found;
  }

  /** What was decided to be kept is kept. */
  due({ programmeCode, rule, latestEvent }: Thinning): Promise<Due[]> {
    return this.database.execute<Due>(
      sql`SELECT d.id AS "applicationId", d.organisation_id AS "organisationId", d.event_on AS "eventOn"
          FROM (${dueApplications(programmeCode, rule, latestEvent)}) d
          WHERE NOT EXISTS (SELECT FROM thinning_items i WHERE i.application_id = d.id AND i.outcome IS NULL)
          ORDER BY d.event_on, d.id LIMIT ${MOST_LISTED}`,
    );
  }

  async insertItems(thinningId: string, items: readonly Due[]): Promise<void> {
    await this.database.execute(
      sql`INSERT INTO thinning_items (thinning_id, application_id, organisation_id, event_on)
          SELECT ${thinningId}, "applicationId", "organisationId", "eventOn"
          FROM json_to_recordset(${JSON.stringify(items)}::json)
            AS i("applicationId" uuid, "organisationId" uuid, "eventOn" date)`,
    );
  }

  async hasInterest(thinningId: string, personId: string): Promise<boolean> {
    const [row] = await this.database.execute<{ found: boolean }>(
      sql`SELECT EXISTS (SELECT FROM thinning_items
            WHERE thinning_id = ${thinningId} AND has_interest(application_id, ${personId})) AS found`,
    );
    return row!.found;
  }

  /** Approved lists that are not carried out. */
  async waiting(): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      { organisationId: null },
      sql`SELECT id FROM thinnings WHERE status = 'approved' ORDER BY decided_at, id`,
    );
    return rows.map(({ id }) => id);
  }

  async left(thinningId: string): Promise<string[]> {
    const rows = await this.database.read<{ applicationId: string }>(
      { organisationId: null },
      sql`SELECT application_id AS "applicationId" FROM thinning_items
          WHERE thinning_id = ${thinningId} AND outcome IS NULL ORDER BY application_id`,
    );
    return rows.map(({ applicationId }) => applicationId);
  }

  /** Of an application that the caller has locked: whether it still stands on the list, and whether it is still due. */
  async standing(
    { id, programmeCode, rule, latestEvent }: Thinning,
    applicationId: string,
  ): Promise<{ isLeft: boolean; isDue: boolean }> {
    const [row] = await this.database.execute<{ isLeft: boolean; isDue: boolean }>(
      sql`SELECT EXISTS (SELECT FROM thinning_items WHERE thinning_id = ${id} AND application_id = ${applicationId}
              AND outcome IS NULL) AS "isLeft",
            EXISTS (SELECT FROM (${dueApplications(programmeCode, rule, latestEvent)}) d WHERE d.id = ${applicationId}) AS "isDue"`,
    );
    return row!;
  }

  /** Marks the files of an application as gone, and tells which they were. */
  thinFiles(applicationId: string, at: Date): Promise<(ThinnedFile & { key: string })[]> {
    return this.database.execute(
      sql`UPDATE application_attachments SET thinned_at = ${at} WHERE application_id = ${applicationId} AND removed_at IS NULL
          RETURNING file_key AS key, file_type AS "fileType", sha256, size`,
    );
  }

  async settle(
    { id }: Thinning,
    applicationId: string,
    outcome: 'thinned' | 'exempt',
    files: readonly ThinnedFile[],
  ): Promise<void> {
    await this.database.execute(
      sql`UPDATE thinning_items SET outcome = ${outcome}, files = ${JSON.stringify(files)}::jsonb
          WHERE thinning_id = ${id} AND application_id = ${applicationId}`,
    );
  }

  async outcomes(thinningId: string): Promise<{ thinned: number; exempt: number; left: number }> {
    const [row] = await this.database.execute<{ thinned: number; exempt: number; left: number }>(
      sql`SELECT count(*) FILTER (WHERE outcome = 'thinned') AS thinned, count(*) FILTER (WHERE outcome = 'exempt') AS exempt,
            count(*) FILTER (WHERE outcome IS NULL) AS left FROM thinning_items WHERE thinning_id = ${thinningId}`,
    );
    return row!;
  }
}
