import { Injectable } from '@nestjs/common';
import type { Finding } from '#domain/shared/finding';
import { fileScanState, type KeptFile } from '#core/sent-files';
import { Database, sql, type Scope, type Sql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Attachment } from './attachment.entity.js';

interface Held {
  count: number;
  /** Bytes. */
  size: number;
  lying: number;
}

/** Which attachments `t` somebody may read: what has not been handed in is its recipient's own. Row security keeps others' away. */
export const readableBy = (scope: Scope): Sql =>
  scope.organisationId === null ? sql`t.submission_number IS NOT NULL` : sql`true`;

@Injectable()
export class AttachmentRepository {
  constructor(private readonly database: Database) {}

  /** Of an application that the caller has locked. What was sent after `lyingSince` lies, though it was taken away. */
  async held(applicationId: string, lyingSince: Date): Promise<Held> {
    const [held] = await this.database.execute<Held>(
      sql`SELECT count(*) FILTER (WHERE removed_at IS NULL) AS count,
            coalesce(sum(size) FILTER (WHERE removed_at IS NULL), 0)::bigint AS size,
            coalesce(sum(size), 0)::bigint AS lying
          FROM application_attachments
          WHERE application_id = ${applicationId} AND (removed_at IS NULL OR added_at > ${lyingSince})`,
    );
    return held!;
  }

  async insert(attachment: Attachment): Promise<void> {
    await this.database.manager.createQueryBuilder().insert().into(Attachment).values(attachment).execute();
  }

  async getForUpdate(applicationId: string, id: string): Promise<Attachment> {
    const [attachment] = await this.database.lockAll(
      Attachment,
      sql`id = ${id} AND application_id = ${applicationId} AND removed_at IS NULL`,
    );
    if (!attachment) throw new NotFound();
    return attachment;
  }

  async remove({ id }: Attachment, by: string, at: Date): Promise<void> {
    await this.database.execute(
      sql`UPDATE application_attachments SET removed_by = ${by}, removed_at = ${at} WHERE id = ${id}`,
    );
  }

  /** Of those that a submission would take with it. One that nobody has said anything of is no reason to miss the last day. */
  async infected(applicationId: string): Promise<Finding[]> {
    const rows = await this.database.execute<{ fileName: string; signature: string }>(
      sql`SELECT t.file_name AS "fileName", q.signature FROM application_attachments t
          JOIN file_scans q ON q.file_key = t.file_key AND q.status = 'infected'
          WHERE t.application_id = ${applicationId} AND t.submission_number IS NULL AND t.removed_at IS NULL
          ORDER BY t.added_at, t.id`,
    );
    return rows.map((data) => ({ code: 'attachmentInfected', outcome: 'notMet', citation: null, data }));
  }

  /** Those that would come with a submission for the first time, of an application that the caller locks. */
  waiting(applicationId: string): Promise<{ id: string; sha256: string }[]> {
    return this.database.execute(
      sql`SELECT id, sha256 FROM application_attachments
          WHERE application_id = ${applicationId} AND submission_number IS NULL AND removed_at IS NULL ORDER BY id`,
    );
  }

  /** They are a part of it from now on. */
  freeze(waiting: readonly { id: string }[], number: number): void {
    const ids = waiting.map(({ id }) => id);
    this.database.send(
      sql`UPDATE application_attachments SET submission_number = ${number} WHERE id = ANY(${ids}::uuid[])`,
    );
  }

  file(scope: Scope, applicationId: string, id: string): Promise<KeptFile | undefined> {
    return this.database.readOne(
      scope,
      sql`SELECT t.file_key AS key, t.file_name AS name, t.size, t.thinned_at IS NOT NULL AS "isThinned",
            ${fileScanState(sql`t.file_key`)} AS scan
          FROM application_attachments t
          WHERE t.id = ${id} AND t.application_id = ${applicationId} AND t.removed_at IS NULL
            AND ${readableBy(scope)}`,
    );
  }
}
