import { sql, type Sql } from '#platform/database';

/** Whether something about the subject waits to be relayed, or was relayed so lately that it may still be at work on. */
export function isUnderWay(subject: Sql, seconds: number): Sql {
  return sql`EXISTS (SELECT FROM outbox_messages m WHERE m.subject_id = ${subject}
    AND (m.relayed_at IS NULL OR m.relayed_at > now() - make_interval(secs => ${seconds})))`;
}
