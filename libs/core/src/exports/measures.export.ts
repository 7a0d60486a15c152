import { loadedBy } from '#core/measures';
import { and, sql } from '#platform/database';
import { instant, integer, number, text, type ExportKind } from './export-kind.js';

/**
 * Every value that answers for a recipient, measure and year, with what it is held against and where it is from. Mean and
 * population deviation are over all municipalities with a value in the same data set. On a day in the past: the data
 * sets that answered then.
 */
export const measuresExport: ExportKind = {
  kind: 'measures',
  columns: [
    text('organisationCode'),
    text('organisation'),
    text('organisationKind'),
    text('measure'),
    integer('year'),
    number('value'),
    text('quality'),
    number('mean'),
    number('standardDeviation'),
    number('zScore'),
    integer('n'),
    text('datasetId'),
    text('source'),
    text('vintage'),
    text('licence'),
    text('sha256'),
    instant('loadedAt'),
  ],
  filters: ['year', 'measure', 'organisationId'],
  query({ year, measure, organisationId }, asOf) {
    const where = [
      loadedBy(asOf ?? undefined),
      ...(year === undefined ? [] : [sql`s.year = ${year}`]),
      ...(measure ? [sql`s.measure_code = ${measure}`] : []),
    ];
    return sql`SELECT o.code AS "organisationCode", o.name AS organisation, o.kind AS "organisationKind", v.measure_code AS measure,
        v.year, v.value, v.quality, s.mean, s.deviation AS "standardDeviation", (v.value - s.mean) / nullif(s.deviation, 0) AS "zScore",
        s.n::integer AS n, c.id AS "datasetId", c.source, c.vintage, c.licence, c.sha256, c.loaded_at AS "loadedAt"
      FROM (SELECT DISTINCT ON (s.measure_code, s.year) s.measure_code, s.year, d.* FROM measure_series s
          JOIN measure_datasets d ON d.id = s.dataset_id WHERE ${and(where)}
          ORDER BY s.measure_code, s.year, d.loaded_at DESC, d.id DESC) c
      CROSS JOIN LATERAL (SELECT avg(value ORDER BY value) AS mean, stddev_pop(value ORDER BY value) AS deviation, count(value) AS n
        FROM measure_values WHERE dataset_id = c.id AND measure_code = c.measure_code AND year = c.year) s
      JOIN measure_values v ON v.dataset_id = c.id AND v.measure_code = c.measure_code AND v.year = c.year
      JOIN organisations o ON o.id = v.organisation_id
      WHERE ${organisationId ? sql`o.id = ${organisationId}::uuid` : sql`true`}
      ORDER BY v.measure_code, v.year, o.code, o.name, o.id`;
  },
};
