import { happenedBy } from '#platform/audit';
import { and, sql } from '#platform/database';
import { code, date, decimals, instant, integer, number, text, type ExportKind } from './export-kind.js';

/**
 * Every recipient, programme, wording and year of measures: the verdict, and what each threshold was compared with, as
 * the latest recomputation has them. A row for each threshold of the wording, or one where it has none.
 */
export const eligibilityExport: ExportKind = {
  kind: 'eligibility',
  columns: [
    text('programmeCode'),
    date('wordingFrom'),
    code('organisationKind', 'recipientKind'),
    text('organisationCode'),
    text('organisation'),
    integer('measureYear'),
    code('verdict', 'verdict'),
    { key: 'rules', type: 'json' },
    code('measure', 'measure'),
    code('outcome', 'findingOutcome'),
    decimals('value'),
    decimals('mean'),
    decimals('standardDeviation'),
    number('standardDeviations'),
    decimals('threshold'),
    decimals('z'),
    integer('n'),
    code('quality', 'quality'),
    text('metBy'),
    text('datasetId'),
    text('datasetSource'),
    text('vintage'),
    text('sha256'),
    instant('recomputedAt'),
  ],
  key: ['programmeCode', 'wordingFrom', 'organisationCode', 'organisation', 'measureYear', 'measure'],
  filters: ['year', 'status', 'organisationId', 'programmeCode'],
  query({ year, status, organisationId, programmeCode }, asOf) {
    const where = [
      ...(year === undefined ? [] : [sql`a.measure_year = ${year}`]),
      ...(status ? [sql`a.verdict = ${status}`] : []),
      ...(organisationId ? [sql`a.organisation_id = ${organisationId}::uuid`] : []),
      ...(programmeCode ? [sql`a.programme_code = ${programmeCode}`] : []),
    ];
    return {
      rows: sql`SELECT a.programme_code AS "programmeCode", a.wording_from AS "wordingFrom", o.kind AS "organisationKind",
        o.code AS "organisationCode", o.name AS organisation, a.measure_year AS "measureYear", a.verdict, a.rules,
        t.measure, t.outcome, t.value, s.mean, d.deviation AS "standardDeviation", t.factor AS "standardDeviations",
        s.mean + t.factor * d.deviation AS threshold, t.z, s.n, s.quality, nullif(array_to_string(a.met_by, ' '), '') AS "metBy",
        s.dataset_id AS "datasetId", m.source AS "datasetSource", m.vintage, m.sha256, r.recomputed_at AS "recomputedAt"
      FROM (SELECT r.id, r.recomputed_at FROM eligibility_recomputations r WHERE ${happenedBy(sql`r.recomputed_at`, asOf)}
        ORDER BY r.recomputed_at DESC, r.id DESC LIMIT 1) r
      JOIN eligibility_assessments a ON a.recomputation_id = r.id JOIN organisations o ON o.id = a.organisation_id
      LEFT JOIN LATERAL unnest(a.measures, a.factors, a.deviations, a.values, a.z_scores, a.outcomes)
        WITH ORDINALITY AS t(measure, factor, deviation, value, z, outcome, position) ON true
      LEFT JOIN eligibility_scales s ON s.recomputation_id = r.id AND s.measure_code = t.measure AND s.year = a.measure_year
      LEFT JOIN LATERAL (SELECT CASE t.deviation WHEN 'sample' THEN s.sample_deviation ELSE s.population_deviation END) AS d(deviation)
        ON true
      LEFT JOIN measure_datasets m ON m.id = s.dataset_id
      WHERE ${and(where)}`,
      order: sql`a.number, t.position`,
    };
  },
};
