import { Injectable } from '@nestjs/common';
import { sql, type Sql } from '#platform/database';

/** Who is written down as having acted. */
export interface AuditActor {
  userId: string;
  personId: string;
}

export interface AuditEntry {
  subjectType: string;
  action: string;
  actor: AuditActor;
  at: Date;
  data: Record<string, unknown>;
}

/**
 * One hash chain per subject; its length is the subject's version. The database chains and hashes on insert, so that
 * the runtime role can neither choose a hash nor leave a gap (`audit_chain` in the migrations).
 */
@Injectable()
export class Audit {
  /** The insert that follows a change, as one statement with it: `changed` yields id, version and organisation_id. */
  appendAfter(changed: Sql, entry: AuditEntry): Sql {
    return sql`WITH changed AS (${changed})
      INSERT INTO audit_events (subject_type, subject_id, seq, organisation_id, action, actor_id, actor_person, at, data)
      SELECT ${entry.subjectType}, id, version, organisation_id, ${entry.action}, ${entry.actor.userId}::uuid,
             ${entry.actor.personId}::uuid, ${entry.at}::timestamptz, ${JSON.stringify(entry.data)}::json
      FROM changed RETURNING seq`;
  }
}
