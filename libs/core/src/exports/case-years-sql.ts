import type { LocalDate } from '#domain/shared/local-date';
import { contentAsOf } from '#core/submissions';
import { happenedBy, statusAsOf } from '#platform/audit';
import { and, sql, trusted, type Sql } from '#platform/database';
import type { ExportFilters } from './export-kind.js';

/**
 * Every submitted application once for each year that it asked for, was granted or was paid money of, with whole kronor:
 * `application`, `organisation`, `programme`, `call`, `year`, `outcome`, `requested`, `granted` (firm, conditional and
 * lapsed together), `firm`, `conditional`, `lapsed`, `paid`, `returned`. Follow-up reports count and add these rows, so
 * that the same word is the same sum in all of them. An outcome is of the year: an approval that gave nothing of it has
 * refused it.
 */
export function caseYears(filters: ExportFilters, asOf: LocalDate | null): Sql {
  const { year, organisationId, programmeCode, callId } = filters;
  const application = statusAsOf('application', { id: sql`a.id`, status: sql`a.status` }, asOf);
  const revoked = statusAsOf('decision', { id: sql`x.id`, status: sql`x.status` }, asOf);
  const where = [
    happenedBy(sql`a.submitted_at`, asOf),
    ...(year === undefined ? [] : [sql`m.year = ${year}`]),
    ...(organisationId ? [sql`a.organisation_id = ${organisationId}::uuid`] : []),
    ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
    ...(callId ? [sql`c.id = ${callId}::uuid`] : []),
  ];
  return sql`SELECT m.*, a.organisation_id AS organisation, c.programme_code AS programme, c.id AS call,
      CASE WHEN d.outcome = 'approve' AND m.granted > 0 THEN 'granted' WHEN d.outcome IN ('approve', 'reject') THEN 'refused'
        WHEN d.outcome = 'dismiss' THEN 'dismissed' WHEN d.outcome = 'discontinue' THEN 'discontinued'
        WHEN ${application} = 'withdrawn' THEN 'withdrawn'
        WHEN EXISTS (SELECT FROM decisions x WHERE x.application_id = a.id AND ${revoked} = 'revoked') THEN 'revoked'
        ELSE 'pending' END AS outcome
    FROM (SELECT application, year, sum(requested)::bigint AS requested, sum(granted)::bigint AS granted,
        sum(granted) FILTER (WHERE status = 'firm')::bigint AS firm,
        sum(granted) FILTER (WHERE status = 'conditional')::bigint AS conditional,
        sum(granted) FILTER (WHERE status = 'lapsed')::bigint AS lapsed,
        sum(paid)::bigint AS paid, sum(returned)::bigint AS returned
      FROM (${moneyByYear(asOf)}) s GROUP BY application, year) m
    JOIN applications a ON a.id = m.application JOIN calls c ON c.id = a.call_id
    LEFT JOIN (${standingDecisions(asOf)}) d ON d.application = a.id
    WHERE ${and(where)}`;
}

/**
 * The decision that holds of each application on the day, if any: `application`, `decision`, `outcome`, `plan`. Where a plan
 * stands, an amendment stated costs and co-financing anew, and they take the place of the application's.
 */
export function standingDecisions(asOf: LocalDate | null): Sql {
  const status = statusAsOf('decision', { id: sql`d.id`, status: sql`d.status` }, asOf);
  return sql`SELECT d.application_id AS application, d.id AS decision, d.outcome, d.plan FROM decisions d
    WHERE ${happenedBy(sql`d.decided_at`, asOf)} AND ${status} = 'approved'`;
}

/**
 * What each year of a case is settled by on the day: the last settlement, which takes the place of one before it, where an
 * amendment made another report answer for the year. The rows of `settlements`, and `application`.
 */
export function standingSettlements(asOf: LocalDate | null): Sql {
  return sql`SELECT DISTINCT ON (d.application_id, s.year) d.application_id AS application, s.*
    FROM settlements s JOIN decisions d ON d.id = s.decision_id WHERE ${happenedBy(sql`s.settled_at`, asOf)}
    ORDER BY d.application_id, s.year, s.settled_at DESC, s.report_id DESC`;
}

/**
 * Paid and returned money counts whatever decision of the case it was paid by, and so does a year that had lapsed: an
 * amendment does not undo it.
 */
function moneyByYear(asOf: LocalDate | null): Sql {
  const decisionYear = statusAsOf('decisionYear', { id: sql`y.id`, status: sql`y.status` }, asOf);
  const payment = statusAsOf('payment', { id: sql`p.id`, status: sql`p.status` }, asOf);
  const booked = asOf === null ? sql`true` : sql`e.day <= ${asOf}`;
  return sql`SELECT a.id AS application, r.year, r.amount AS requested, 0::bigint AS granted, NULL AS status, 0::bigint AS paid,
      0::bigint AS returned
    FROM applications a, jsonb_to_recordset(${contentAsOf('a', asOf)}->'requested') AS r(year integer, amount bigint)
    WHERE a.submitted_at IS NOT NULL
    UNION ALL SELECT d.application, y.year, 0, y.amount, ${decisionYear}, 0, 0
    FROM (${standingDecisions(asOf)}) d JOIN decision_years y ON y.decision_id = d.decision
    UNION ALL SELECT application, year, 0, amount, 'lapsed', 0, 0
    FROM (SELECT DISTINCT ON (s.application, y.year) s.application, y.year, y.amount
      FROM (${standingDecisions(asOf)}) s JOIN decisions d ON d.application_id = s.application AND d.id <> s.decision
      JOIN decision_years y ON y.decision_id = d.id AND ${decisionYear} = 'lapsed'
      WHERE NOT EXISTS (SELECT FROM decision_years n WHERE n.decision_id = s.decision AND n.year = y.year)
      ORDER BY s.application, y.year, d.decided_at DESC) l
    UNION ALL SELECT d.application_id, p.year, 0, 0, NULL, p.amount, 0
    FROM payments p JOIN decisions d ON d.id = p.decision_id WHERE ${payment} = 'executed'
    UNION ALL SELECT d.application_id, e.year, 0, 0, NULL, 0, e.amount
    FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id AND t.subject_type = 'recovery'
    JOIN recoveries r ON r.id = t.subject_id JOIN decisions d ON d.id = r.decision_id
    WHERE e.account = 'returned' AND ${booked}`;
}

/** How many of the rows `m` of one year came out so; a row is an application. */
export const countOf = (outcome: string): Sql => sql`count(*) FILTER (WHERE m.outcome = ${outcome})`;

/** Those who were granted money of the year. */
export const recipients = sql`count(DISTINCT m.organisation) FILTER (WHERE m.outcome = 'granted')`;

/** Of the rows `m`, whole kronor. */
export const sumOf = (column: Money): Sql => sql`coalesce(sum(m.${trusted(column)}), 0)::bigint`;

type Money = 'requested' | 'granted' | 'firm' | 'conditional' | 'lapsed' | 'paid' | 'returned';

/** 0–1 with four decimals, rounded half away from zero; `null` where there is nothing to be a share of. */
export const shareOf = (part: Sql, whole: Sql): Sql => sql`round(${part}::numeric / nullif(${whole}, 0), 4)`;
