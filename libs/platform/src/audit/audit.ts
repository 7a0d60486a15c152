import { Injectable } from '@nestjs/common';
import { sql, type Sql } from '#platform/database';

/** Who is written down as having acted. */
export interface AuditActor {
  userId: string;
  personId: string;
  /** By which a machine acted in the person's name. */
  key?: { id: string };
}

/** What is told of a change. JSON drops a function without a word: no fact is one. */
export type AuditData = Readonly<Record<string, Fact>>;
type Fact = string | number | boolean | null | undefined | (object & { call?: never });

export interface AuditEntry {
  subjectType: string;
  action: string;
  actor: AuditActor;
  at: Date;
  /** What is told of each row that is changed; one at least. */
  told: readonly { id: string; data: AuditData }[];
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
             ${entry.actor.personId}::uuid, ${entry.at}::timestamptz, ${dataOf(entry)}::json
      FROM changed RETURNING seq`;
  }
}

/** Of the row with this id; with the key where a machine acted. */
function dataOf({ told: [first, ...rest], actor: { key } }: AuditEntry): Sql {
  const told = (data: AuditData) => JSON.stringify(key ? { ...data, apiKeyId: key.id } : data);
  const one = sql`${told(first!.data)}`;
  if (rest.length === 0) return one;
  const others = rest.map(({ id, data }) => sql`WHEN ${id}::uuid THEN ${told(data)}`);
  return sql`CASE id ${others.reduce((all, next) => sql`${all} ${next}`)} ELSE ${one} END`;
}
