import type { LocalDate } from '#domain/shared/local-date';
import { happenedBy } from '#platform/audit';
import { sql, type Sql } from '#platform/database';

/**
 * What a report `r` was due as by the end of a day, and under which decision, if it was there: an amendment may have planned it
 * anew since. `year`, `due_on`, `decision_id`.
 */
export const dutyAsOf = (asOf: LocalDate | null): Sql =>
  asOf === null
    ? sql`SELECT r.year, r.due_on, r.decision_id`
    : sql`SELECT (e.data->>'year')::integer AS year, (e.data->>'dueOn')::date AS due_on,
        coalesce((e.data->>'decisionId')::uuid, (${firstAmended}), r.decision_id) AS decision_id FROM audit_events e
      WHERE e.subject_type = 'report' AND e.subject_id = r.id AND e.action IN ('create', 'replan')
        AND ${happenedBy(sql`e.at`, asOf)} ORDER BY e.seq DESC LIMIT 1`;

/** Whatever amendment took it over first, took it from the decision that it was made under. */
const firstAmended = sql`SELECT n.amends_id FROM audit_events f JOIN decisions n ON n.id = (f.data->>'decisionId')::uuid
  WHERE f.subject_type = 'report' AND f.subject_id = r.id AND f.action = 'replan' ORDER BY f.seq LIMIT 1`;
