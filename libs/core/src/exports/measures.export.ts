import { answeringSeries, scales, zScore } from '#core/measures';
import { and, sql } from '#platform/database';
import { code, decimals, instant, integer, text, type ExportKind } from './export-kind.js';

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
    code('organisationKind', 'recipientKind'),
    code('measure', 'measure'),
    integer('year'),
    decimals('value'),
    code('quality', 'quality'),
    decimals('mean'),
    decimals('standardDeviation'),
    decimals('zScore'),
    integer('n'),
    text('datasetId'),
    text('source'),
    text('vintage'),
    text('licence'),
    text('sha256'),
    instant('loadedAt'),
  ],
  key: ['organisationCode', 'organisation', 'measure', 'year'],
  filters: ['year', 'measure', 'organisationId'],
  query({ year, measure, organisationId }, asOf) {
    const where = and([
      ...(year === undefined ? [] : [sql`s.year = ${year}`]),
      ...(measure ? [sql`s.measure_code = ${measure}`] : []),
    ]);
    return {
      rows: sql`WITH series AS MATERIALIZED (${answeringSeries({ where, asOf: asOf ?? undefined })}), scale AS (${scales})
      SELECT o.code AS "organisationCode", o.name AS organisation, o.kind AS "organisationKind", v.measure_code AS measure,
        v.year, v.value, v.quality, s.mean, s.population_deviation AS "standardDeviation", ${zScore} AS "zScore",
        coalesce(s.n, 0) AS n, d.id AS "datasetId", d.source, d.vintage, d.licence, d.sha256, d.loaded_at AS "loadedAt"
      FROM series c JOIN measure_datasets d ON d.id = c.dataset
      LEFT JOIN scale s ON s.measure = c.measure AND s.year = c.year
      JOIN measure_values v ON v.dataset_id = c.dataset AND v.measure_code = c.measure AND v.year = c.year
      JOIN organisations o ON o.id = v.organisation_id
      WHERE ${organisationId ? sql`o.id = ${organisationId}::uuid` : sql`true`}`,
      order: sql`v.measure_code, v.year, o.code, o.name, o.id`,
    };
  },
};
