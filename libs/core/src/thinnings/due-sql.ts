import type { RetentionEvent, ThinningRule } from '#domain/retention/retention';
import type { LocalDate } from '#domain/shared/local-date';
import { sql, type Sql } from '#platform/database';

const lastOf = (
  action: string,
): Sql => sql`(SELECT max((e.at AT TIME ZONE 'Europe/Stockholm')::date) FROM audit_events e
  WHERE e.subject_type = 'application' AND e.subject_id = a.id AND e.action = ${action})`;

/** Of an application `a` in a call `c`: the day from which the period is counted. */
const EVENT_ON: Record<RetentionEvent, Sql> = {
  discarded: lastOf('discard'),
  callClosed: sql`c.closes_on`,
  refusedOrWithdrawn: sql`CASE a.status WHEN 'withdrawn' THEN ${lastOf('withdraw')}
    ELSE (SELECT max((d.decided_at AT TIME ZONE 'Europe/Stockholm')::date) FROM decisions d WHERE d.application_id = a.id) END`,
};

/** Where it is such material at all. Whoever was ever granted something is no refused applicant. */
const IS_SUCH: Record<RetentionEvent, Sql> = {
  discarded: sql`a.status = 'discarded'`,
  callClosed: sql`a.status = 'draft'`,
  refusedOrWithdrawn: sql`a.status IN ('decided', 'withdrawn')
    AND NOT EXISTS (SELECT FROM decisions d WHERE d.application_id = a.id AND (d.status = 'proposed'
      OR (d.outcome = 'approve' AND d.status <> 'returned')))
    AND EXISTS (SELECT FROM application_attachments t WHERE t.application_id = a.id AND t.removed_at IS NULL)`,
};

/** The applications of which a rule's period has run out, with the day it was counted from. */
export function dueApplications(
  programmeCode: string,
  { event }: Pick<ThinningRule, 'event'>,
  latestEvent: LocalDate,
): Sql {
  return sql`SELECT a.id, a.organisation_id, e.event_on FROM applications a JOIN calls c ON c.id = a.call_id
    CROSS JOIN LATERAL (SELECT ${EVENT_ON[event]} AS event_on) e
    WHERE c.programme_code = ${programmeCode} AND a.thinned_at IS NULL AND ${IS_SUCH[event]} AND e.event_on <= ${latestEvent}::date`;
}
