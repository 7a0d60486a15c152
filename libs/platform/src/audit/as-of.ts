import type { LocalDate } from '#domain/shared/local-date';
import { sql, type Sql } from '#platform/database';

/** The first instant after a Stockholm day. */
const after = (asOf: LocalDate) => sql`((${asOf}::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm')`;

/** True where the instant had come by the end of the day. */
export function happenedBy(instant: Sql, asOf: LocalDate | null): Sql {
  return asOf === null ? sql`${instant} IS NOT NULL` : sql`${instant} < ${after(asOf)}`;
}

/** The status that the audit chain tells of that day; null where the thing did not exist: see `existedBy`. */
export function statusAsOf(subjectType: string, row: { id: Sql; status: Sql }, asOf: LocalDate | null): Sql {
  if (asOf === null) return row.status;
  return sql`(SELECT coalesce(e.data->>'to', (SELECT status FROM lifecycle_initial WHERE subject = ${subjectType}))
    FROM audit_events e WHERE e.subject_type = ${subjectType} AND e.subject_id = ${row.id} AND e.at < ${after(asOf)}
    ORDER BY e.seq DESC LIMIT 1)`;
}

/** True where the thing existed by the end of the day. */
export function existedBy(subjectType: string, id: Sql, asOf: LocalDate | null): Sql {
  if (asOf === null) return sql`true`;
  return sql`EXISTS (SELECT FROM audit_events e
    WHERE e.subject_type = ${subjectType} AND e.subject_id = ${id} AND e.at < ${after(asOf)})`;
}
