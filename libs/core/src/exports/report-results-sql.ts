import type { LocalDate } from '#domain/shared/local-date';
import { contentAsOf } from '#core/submissions';
import { statusAsOf } from '#platform/audit';
import { sql, type Sql } from '#platform/database';
import type { ExportFilters } from './export-kind.js';

/** The status that a report `r` had by the end of a day. */
export const reportStatus = (asOf: LocalDate | null): Sql =>
  statusAsOf('report', { id: sql`r.id`, status: sql`r.status` }, asOf);

/** Which reports `r`, of calls `c`, were handed in and are asked for: also one that is to be completed tells what it told. */
export function handedIn(filters: ExportFilters, asOf: LocalDate | null): Sql[] {
  const { year, organisationId, programmeCode, callId } = filters;
  return [
    sql`${reportStatus(asOf)} IN ('submitted', 'completionRequested', 'approved')`,
    ...(year === undefined ? [] : [sql`r.year = ${year}`]),
    ...(organisationId ? [sql`r.organisation_id = ${organisationId}::uuid`] : []),
    ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
    ...(callId ? [sql`c.id = ${callId}::uuid`] : []),
  ];
}

/** The activities of an application `a` in order, each with the answer of a report `r` in the same place: `n`, `planned`, `reported`. */
export const activities = (
  asOf: LocalDate | null,
): Sql => sql`SELECT coalesce(p.n, q.n) AS n, p.planned, q.reported
  FROM jsonb_array_elements(${contentAsOf('a', asOf)}->'activities') WITH ORDINALITY AS p(planned, n)
  FULL JOIN jsonb_array_elements(${contentAsOf('r', asOf)}->'activities') WITH ORDINALITY AS q(reported, n) ON q.n = p.n`;

/**
 * The goals of an application `a`, each with the outcome that a report `r` gives of the same indicator. Where several have
 * it, the first answers the first, and so on. A reported indicator that is no goal's has no activity: `n`, `place`,
 * `indicator`, `baseline`, `target`, `year`, `outcome`, `reached` (`null` where that cannot be told).
 */
export const goals = (
  asOf: LocalDate | null,
): Sql => sql`SELECT n, place, indicator, baseline, target, year, outcome,
    CASE WHEN target < baseline THEN outcome <= target ELSE outcome >= target END AS reached
  FROM (SELECT p.n, coalesce(p.place, q.place) AS place, coalesce(p.indicator, q.indicator) AS indicator,
      (p.goal->>'baseline')::numeric AS baseline, (p.goal->>'target')::numeric AS target, (p.goal->>'year')::integer AS year,
      (q.goal->>'outcome')::numeric AS outcome
    FROM (SELECT n, place, goal, goal->>'indicator' AS indicator,
        row_number() OVER (PARTITION BY goal->>'indicator' ORDER BY n, place) AS nth
      FROM jsonb_array_elements(${contentAsOf('a', asOf)}->'activities') WITH ORDINALITY AS x(activity, n),
        jsonb_array_elements(activity->'goals') WITH ORDINALITY AS y(goal, place)) p
    FULL JOIN (SELECT place, goal, goal->>'indicator' AS indicator,
        row_number() OVER (PARTITION BY goal->>'indicator' ORDER BY place) AS nth
      FROM jsonb_array_elements(${contentAsOf('r', asOf)}->'goals') WITH ORDINALITY AS z(goal, place)) q
    ON q.indicator = p.indicator AND q.nth = p.nth) g`;
