import { sql, type Sql } from '#platform/database';

const dayAfter = (asOf: string) =>
  sql`(${asOf}::timestamp + interval '1 day') AT TIME ZONE 'Europe/Stockholm'`;

/** Whether a data set `d` is in use, or was on a day in the past. */
export const loadedBy = (asOf?: string): Sql =>
  sql`d.status = 'accepted' AND ${asOf ? sql`d.loaded_at < ${dayAfter(asOf)}` : sql`true`}`;

/** Of several data sets `d` in use the first of these answers. */
export const latestFirst = sql`d.loaded_at DESC, d.id DESC`;

interface Asked {
  /** Of series `s` and data sets `d`. */
  where?: Sql;
  asOf?: string | undefined;
  /** A data set that answers for what it has, whatever is later. */
  preferred?: string | undefined;
}

/** The data set that answers for each measure and year: `measure`, `year`, `dataset`. */
export function answeringSeries({ where = sql`true`, asOf, preferred }: Asked): Sql {
  const order = preferred ? sql`d.id = ${preferred} DESC, ${latestFirst}` : latestFirst;
  return sql`SELECT DISTINCT ON (s.measure_code, s.year) s.measure_code AS measure, s.year, s.dataset_id AS dataset
    FROM measure_series s JOIN measure_datasets d ON d.id = s.dataset_id
    WHERE ${loadedBy(asOf)} AND ${where} ORDER BY s.measure_code, s.year, ${order}`;
}

/** One value that rests on a proxy makes one of what they come to together. */
export const jointQuality = sql`CASE WHEN bool_or(quality = 'proxy') THEN 'proxy'
  WHEN bool_or(quality = 'computed') THEN 'computed' ELSE 'official' END`;

/** Of `series`, values of municipalities that have a code: those that the mean is over, and that a region is judged by. */
export const municipalityValues = sql`SELECT s.measure, s.year, s.dataset, v.organisation_id, o.code, v.value, v.quality
  FROM series s JOIN measure_values v ON v.dataset_id = s.dataset AND v.measure_code = s.measure AND v.year = s.year
  JOIN organisations o ON o.id = v.organisation_id AND o.kind = 'municipality' AND o.code IS NOT NULL`;

/**
 * Of `series`, mean, both deviations and n over municipalities; values that are alike have no spread, whatever rounding
 * makes of it. Summed in order, so that the same values have the same mean however they are read. A series that no
 * municipality has a value of has no scale.
 */
export const scales = sql`SELECT measure, year, dataset, count(value)::integer AS n, avg(value ORDER BY value) AS mean,
    CASE WHEN min(value) = max(value) THEN 0 ELSE stddev_pop(value ORDER BY value) END AS population_deviation,
    CASE WHEN count(value) < 2 THEN NULL WHEN min(value) = max(value) THEN 0 ELSE stddev_samp(value ORDER BY value) END
      AS sample_deviation,
    ${jointQuality} AS quality
  FROM (${municipalityValues}) v GROUP BY measure, year, dataset`;

/** Where a value `v` lies on its scale `s`, in population deviations; null where the values do not differ. */
export const zScore = sql`(v.value - s.mean) / nullif(s.population_deviation, 0)`;
