import { answeringSeries, jointQuality, municipalityValues, NEAREST, scales } from '#core/measures';
import { and, sql } from '#platform/database';
import { caseYears } from './case-years-sql.js';
import { code, decimals, integer, text, type ExportKind } from './export-kind.js';

/**
 * How measures have moved in municipalities that were granted money, beside comparable ones that were not: for each granted
 * one those nearest by size class, municipality group and the measure in the first year that is loaded, as municipalities
 * are compared elsewhere, each taken in once. Nearest then and not now, since what came after is what is compared. Means
 * are unweighted; the index is 100 in the first year with a mean. It shows a difference, and not what made it.
 */
export const measureTrendExport: ExportKind = {
  kind: 'measure-trend',
  columns: [
    code('measure', 'measure'),
    code('group', 'comparisonGroup'),
    integer('year'),
    integer('municipalities'),
    integer('n'),
    decimals('mean'),
    decimals('index'),
    code('quality', 'quality'),
    integer('matchedYear'),
    text('source'),
    text('vintage'),
    text('sha256'),
  ],
  filters: ['measure', 'programmeCode', 'callId'],
  query({ measure, ...filters }, asOf) {
    const where = and(measure ? [sql`s.measure_code = ${measure}`] : []);
    return {
      rows: sql`WITH series AS MATERIALIZED (${answeringSeries({ where, asOf: asOf ?? undefined })}),
        scale AS MATERIALIZED (${scales}),
        valued AS MATERIALIZED (${municipalityValues}),
        municipality AS MATERIALIZED (SELECT id, code, municipality_group AS "group",
            array_position(ARRAY['small', 'medium', 'large'], size_class) AS size,
            id IN (SELECT organisation FROM (${caseYears(filters, asOf)}) m WHERE outcome = 'granted') AS granted
          FROM organisations WHERE kind = 'municipality' AND code IS NOT NULL),
        first AS (SELECT DISTINCT ON (measure) measure, year, nullif(population_deviation, 0) AS deviation
          FROM scale ORDER BY measure, year),
        matched AS MATERIALIZED (SELECT f.measure, f.deviation, m.*, v.value
          FROM first f CROSS JOIN municipality m
          LEFT JOIN valued v ON v.measure = f.measure AND v.year = f.year AND v.organisation_id = m.id),
        member AS (
          SELECT measure, id, 'granted' AS "group" FROM matched WHERE granted
          UNION SELECT g.measure, n.id, 'comparable' FROM matched g CROSS JOIN LATERAL (SELECT o.id FROM matched o
            WHERE o.measure = g.measure AND NOT o.granted
            ORDER BY coalesce(abs(o.size - g.size), 3), coalesce(o."group" <> g."group", true),
              round(abs((o.value - g.value) / g.deviation) * 1e9) NULLS LAST, o.code LIMIT ${NEAREST}::integer) n
          WHERE g.granted),
        point AS (SELECT b.measure, b."group", s.year, s.dataset, count(*) AS municipalities, count(v.value) AS n,
            avg(v.value ORDER BY v.value) AS mean, CASE WHEN count(v.value) > 0 THEN ${jointQuality} END AS quality
          FROM member b JOIN series s ON s.measure = b.measure
          LEFT JOIN valued v ON v.measure = b.measure AND v.year = s.year AND v.organisation_id = b.id
          GROUP BY b.measure, b."group", s.year, s.dataset)
      SELECT p.measure, p."group", p.year, p.municipalities, p.n, p.mean,
        100 * p.mean / CASE WHEN p.first > 0 THEN p.first END AS index, p.quality, f.year AS "matchedYear",
        d.source, d.vintage, d.sha256
      FROM (SELECT *, first_value(mean) OVER (PARTITION BY measure, "group" ORDER BY mean IS NULL, year) AS first
        FROM point) p
      JOIN first f ON f.measure = p.measure JOIN measure_datasets d ON d.id = p.dataset`,
      order: sql`p.measure COLLATE "C", p."group" DESC, p.year`,
    };
  },
};
