import { FLAGGED_CHANGE } from '#domain/measures/dataset-change';
import { sql, type Sql } from '#platform/database';
import { answeringSeries } from './series-sql.js';

// As decimals, so that a change of exactly the limit is not flagged for how it is written in binary.
const isLarge = sql`coalesce(abs(a.value::numeric - b.value::numeric) > ${FLAGGED_CHANGE}::numeric * abs(b.value::numeric),
  a.value IS NULL)`;
const isChanged = sql`a.value IS DISTINCT FROM b.value`;

/**
 * What was in use of the series of a data set before it was accepted, or is now: `organisation_id`, `code`, `measure_code`,
 * `year`, `value`.
 * A series that the data set has no value of is not compared: it stays as it is.
 */
function valuesBefore(id: string, series: Sql): Sql {
  const before = answeringSeries({
    where: sql`s.measure_code = of.measure_code AND s.year = of.year AND d.id <> ${id}::uuid
      AND d.loaded_at <= coalesce((SELECT loaded_at FROM measure_datasets WHERE id = ${id}::uuid), 'infinity')`,
  });
  return sql`SELECT o.id AS organisation_id, o.code, v.measure_code, v.year, v.value FROM (${series}) of CROSS JOIN LATERAL (${before}) c
    JOIN measure_values v ON v.dataset_id = c.dataset AND v.measure_code = c.measure AND v.year = c.year
    JOIN organisations o ON o.id = v.organisation_id AND o.code IS NOT NULL`;
}

/** Every value of a data set that waits or was accepted, beside what was in use: `before`, `after`, `change`, `flagged`. */
export function changesOf(id: string): Sql {
  const after = sql`SELECT o.code, s.measure_code, s.year, v.value FROM staged_measure_series s
    CROSS JOIN unnest(s.organisation_ids, s.series_values) AS v(organisation_id, value)
    JOIN organisations o ON o.id = v.organisation_id
    WHERE s.dataset_id = ${id}::uuid
    UNION ALL
    SELECT o.code, v.measure_code, v.year, v.value FROM measure_series s
    JOIN measure_values v ON v.dataset_id = s.dataset_id AND v.measure_code = s.measure_code AND v.year = s.year
    JOIN organisations o ON o.id = v.organisation_id
    WHERE s.dataset_id = ${id}::uuid`;
  return sql`WITH after AS MATERIALIZED (${after}),
      before AS (${valuesBefore(id, sql`SELECT DISTINCT measure_code, year FROM after`)})
    SELECT code, measure_code, year, b.value AS before, a.value AS after,
      CASE WHEN b.is_there IS NULL THEN 'new' WHEN a.is_there IS NULL THEN 'gone' WHEN ${isChanged} THEN 'changed' END AS change,
      coalesce(a.is_there AND b.is_there AND ${isChanged} AND ${isLarge}, false) AS flagged
    FROM (SELECT *, true AS is_there FROM after) a
    FULL JOIN (SELECT *, true AS is_there FROM before) b USING (code, measure_code, year)`;
}

const FLAGGED_SHOWN = 100;

/**
 * One row, `diff`: how many of each, and the largest changes, of `rowCount` staged values. What was not there before is
 * counted and not joined, and a series of which nothing was there is not looked into: a million new values cost nothing here.
 */
export function diffOf(id: string, rowCount: number): Sql {
  const of = sql`SELECT DISTINCT measure_code, year FROM staged_measure_series WHERE dataset_id = ${id}::uuid`;
  const staged = sql`SELECT s.measure_code, s.year, v.organisation_id, v.value
    FROM (SELECT DISTINCT measure_code, year FROM before) b JOIN staged_measure_series s USING (measure_code, year)
    CROSS JOIN unnest(s.organisation_ids, s.series_values) AS v(organisation_id, value) WHERE s.dataset_id = ${id}::uuid`;
  const share = sql`abs(after - before) / nullif(abs(before), 0)`;
  const order = sql`${share} DESC NULLS FIRST, measure_code, year, code`;
  const isBoth = sql`(a.is_there AND b.is_there) IS TRUE`;
  // A full join is never a loop within a loop, which PostgreSQL would choose where it takes the staging table for empty.
  return sql`WITH before AS MATERIALIZED (${valuesBefore(id, of)}),
      matched AS MATERIALIZED (
        SELECT b.code, measure_code, year, b.value AS before, a.value AS after, ${isBoth} AS is_both,
          ${isBoth} AND ${isChanged} AS changed, ${isBoth} AND ${isChanged} AND ${isLarge} AS flagged
        FROM (SELECT *, true AS is_there FROM before) b
        FULL JOIN (SELECT *, true AS is_there FROM (${staged}) s) a USING (organisation_id, measure_code, year)),
      flagged AS (SELECT * FROM matched WHERE flagged ORDER BY ${order} LIMIT ${FLAGGED_SHOWN})
    SELECT json_build_object(
      'new', ${rowCount}::integer - count(*) FILTER (WHERE is_both), 'changed', count(*) FILTER (WHERE changed),
      'gone', (SELECT count(*) FROM before) - count(*) FILTER (WHERE is_both),
      'unchanged', count(*) FILTER (WHERE is_both AND NOT changed),
      'flaggedCount', count(*) FILTER (WHERE flagged),
      'flagged', coalesce((SELECT json_agg(json_build_object('organisationCode', code, 'measure', measure_code, 'year', year,
        'before', before, 'after', after) ORDER BY ${order}) FROM flagged), '[]')) AS diff
    FROM matched`;
}
