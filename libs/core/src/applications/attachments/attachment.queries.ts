import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { fileScanJson } from '#core/sent-files';
import { Database, sql, type JsonText, type Sql } from '#platform/database';
import { foundBy } from '../application.repository.js';
import { readableBy } from './attachment.repository.js';

const attachmentJson = sql`jsonb_build_object('id', t.id, 'fileName', t.file_name, 'fileType', t.file_type,
  'sha256', t.sha256, 'size', t.size, 'submissionNumber', t.submission_number, 'addedBy', t.added_by,
  'addedAt', audit_time(t.added_at), 'thinnedAt', audit_time(t.thinned_at), 'scan', ${fileScanJson(sql`t.file_key`)})`;

/** The attachments of an application `a`, as the actor may read them. */
export const attachmentsJson = (
  actor: Actor,
): Sql => sql`(SELECT coalesce(jsonb_agg(${attachmentJson} ORDER BY t.added_at, t.id), '[]')
  FROM application_attachments t WHERE t.application_id = a.id AND t.removed_at IS NULL AND ${readableBy(actor)})`;

@Injectable()
export class AttachmentQueries {
  constructor(private readonly database: Database) {}

  ofApplication(actor: Actor, applicationId: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT jsonb_build_object('items', items, 'nextCursor', NULL, 'total', jsonb_array_length(items))::text AS body
          FROM (SELECT ${attachmentsJson(actor)} AS items FROM applications a
            WHERE a.id = ${applicationId} AND ${foundBy(actor)}) found`,
    );
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT ${attachmentJson}::text AS body FROM application_attachments t WHERE t.id = ${id} AND ${readableBy(actor)}`,
    );
  }
}
