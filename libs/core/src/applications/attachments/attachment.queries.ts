import { Injectable } from '@nestjs/common';
import { seesAllCases, type Actor } from '#domain/access/actor';
import { fileScanJson } from '#core/sent-files';
import { Database, sql, type JsonText, type Sql } from '#platform/database';

const attachmentJson = sql`jsonb_build_object('id', t.id, 'fileName', t.file_name, 'fileType', t.file_type,
  'sha256', t.sha256, 'size', t.size, 'submissionNumber', t.submission_number, 'addedBy', t.added_by,
  'addedAt', audit_time(t.added_at), 'thinnedAt', audit_time(t.thinned_at), 'scan', ${fileScanJson(sql`t.file_key`)})`;

/** The attachments of an application `a`. */
export const attachmentsJson = sql`(SELECT coalesce(jsonb_agg(${attachmentJson} ORDER BY t.added_at, t.id), '[]')
  FROM application_attachments t WHERE t.application_id = a.id AND t.removed_at IS NULL)`;

@Injectable()
export class AttachmentQueries {
  constructor(private readonly database: Database) {}

  ofApplication(actor: Actor, applicationId: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT jsonb_build_object('items', items, 'nextCursor', NULL, 'total', jsonb_array_length(items))::text AS body
          FROM (SELECT ${attachmentsJson} AS items FROM applications a
            WHERE a.id = ${applicationId} AND ${readableBy(actor)}) found`,
    );
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT ${attachmentJson}::text AS body FROM application_attachments t WHERE t.id = ${id}`,
    );
  }
}

/** Row security keeps others' away; a draft is its recipient's own. */
const readableBy = (actor: Actor): Sql =>
  seesAllCases(actor) ? sql`a.status NOT IN ('draft', 'discarded')` : sql`true`;
