import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { evidenceDemandLifecycle } from '#domain/reports/evidence-demand.lifecycle';
import { caseActionsJson } from '#core/access';
import { fileScanJson } from '#core/sent-files';
import { Database, sql, type JsonText, type Sql } from '#platform/database';

/** A demand `e` of a report `r` on an application `a`, with the files that were sent. */
export const demandJson = (actor: Actor): Sql => sql`jsonb_build_object('id', e.id, 'status', e.status,
  'reportId', e.report_id, 'proofs', e.proofs, 'requestedAt', audit_time(e.requested_at),
  'answeredAt', audit_time(e.answered_at), 'reviewedAt', audit_time(e.reviewed_at), 'reviewNote', e.review_note,
  'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'fileName', f.file_name, 'sha256', f.sha256,
      'size', f.size, 'note', f.note, 'sentBy', f.sent_by, 'sentAt', audit_time(f.sent_at),
      'scan', ${fileScanJson(sql`f.file_key`)}) ORDER BY f.sent_at, f.id), '[]')
    FROM evidence_files f WHERE f.demand_id = e.id),
  'actions', CASE WHEN r.status = 'approved' THEN '[]'::jsonb
    ELSE ${caseActionsJson(evidenceDemandLifecycle, actor, { status: sql`e.status`, applicationId: sql`a.id` })} END)`;

@Injectable()
export class EvidenceQueries {
  constructor(private readonly database: Database) {}

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT (${demandJson(actor)})::text AS body, e.version FROM evidence_demands e
          JOIN reports r ON r.id = e.report_id JOIN decisions d ON d.id = r.decision_id
          JOIN applications a ON a.id = d.application_id WHERE e.id = ${id}`,
    );
  }
}
