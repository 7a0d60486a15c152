import { contentAsOf } from '#core/submissions';
import { sql, trusted, type Sql } from '#platform/database';
import { caseYears, countOf, recipients } from './case-years-sql.js';
import { code, integer, money, type ExportKind } from './export-kind.js';

/** Every number of target groups that an activity can have divides it: parts of an activity are whole numbers. */
const ACTIVITY = 60;

const KEYS = {
  priorityArea: sql`SELECT x.activity->>'priorityArea' AS key, 1 AS n`,
  targetGroup: sql`SELECT key, count(*) OVER () AS n
    FROM (SELECT DISTINCT jsonb_array_elements_text(x.activity->'targetGroups') AS key) t
    UNION ALL SELECT NULL, 1 WHERE x.activity->'targetGroups' = '[]'`,
};

/**
 * What the money is for. A grant is not decided per activity, so the sum of a year is shared: in equal parts between the
 * activities of the application, and the part of an activity in equal parts between its target groups, to the krona by
 * largest remainder, ties by name. So `granted` is each krona once. `grantedInFull` is every grant that is for it at all, in
 * full: it overlaps, and is no sum to add up. What an application does not say stands under none.
 */
export function grantsByPurpose(kind: string, purpose: keyof typeof KEYS): ExportKind {
  return {
    kind,
    columns: [
      integer('year'),
      code(purpose, purpose),
      integer('applications'),
      integer('grantedApplications'),
      integer('recipients'),
      integer('grantedActivities'),
      money('granted'),
      money('grantedInFull'),
    ],
    overlapping: ['grantedInFull'],
    filters: ['year', 'organisationId', 'programmeCode', 'callId'],
    query: (filters, asOf) => ({
      rows: sql`WITH years AS MATERIALIZED (${caseYears(filters, asOf)}),
        part AS (SELECT a.id AS application, k.key, count(*) AS activities, sum(${ACTIVITY}::integer / k.n)::bigint AS weight
          FROM applications a CROSS JOIN LATERAL jsonb_array_elements(${contentAsOf('a', asOf)}->'activities') AS x(activity)
          CROSS JOIN LATERAL (${KEYS[purpose]}) k
          WHERE a.id IN (SELECT application FROM years) GROUP BY 1, 2)
      SELECT m.year, m.key AS ${trusted(`"${purpose}"`)}, count(*) AS applications,
        ${countOf('granted')} AS "grantedApplications", ${recipients} AS recipients,
        coalesce(sum(m.activities) FILTER (WHERE m.outcome = 'granted'), 0)::bigint AS "grantedActivities",
        sum(m.share)::bigint AS granted, sum(m.granted)::bigint AS "grantedInFull"
      FROM (${shared}) m GROUP BY m.year, m.key`,
      order: sql`m.year, m.key COLLATE "C"`,
    }),
  };
}

const ofCase = sql`PARTITION BY application, year`;

/** `years` by `part`, each with its share of the granted sum. An application without activities is one part. */
const shared: Sql = sql`SELECT *, whole + CASE WHEN row_number() OVER (${ofCase} ORDER BY remainder DESC, key COLLATE "C")
      <= granted - sum(whole) OVER (${ofCase}) THEN 1 ELSE 0 END AS share
  FROM (SELECT w.*, granted * weight / total AS whole, granted * weight % total AS remainder
    FROM (SELECT y.*, p.key, coalesce(p.activities, 0) AS activities, coalesce(p.weight, 1) AS weight,
        (sum(coalesce(p.weight, 1)) OVER (PARTITION BY y.application, y.year))::bigint AS total
      FROM years y LEFT JOIN part p ON p.application = y.application) w) s`;
