import { answeringSeries, municipalityValues } from '#core/measures';
import { sql, type Sql } from '#platform/database';
import type { Questions } from './wording-questions.js';

/** A measure and year with the data set that answers for it. */
export interface ChosenSeries {
  measure: string;
  year: number;
  dataset: string;
}

/** The data set that answers for each measure and year. */
export function seriesOf(measures: readonly string[]): Sql {
  return answeringSeries({ where: sql`s.measure_code = ANY(${measures}::text[])` });
}

export function chosenSeries(series: readonly ChosenSeries[]): Sql {
  return sql`SELECT * FROM json_to_recordset(${JSON.stringify(series)}::json)
    AS s(measure text, year integer, dataset uuid)`;
}

/**
 * The wordings put to every recipient, on every year that has values of any measure that the wording names. The same as
 * `checkRecipients` of the domain says, which a test holds it to; here as one statement over all years. `series` and
 * `scale` are what the values and their means are taken from. An outcome is 1 (met), 0 (not met) or null (needs judgement).
 */
export function assessmentRows(
  { wordings, thresholds, recipients }: Questions,
  series: Sql,
  scale: Sql,
): Sql {
  return sql`WITH series AS MATERIALIZED (${series}),
    scale AS MATERIALIZED (${scale}),
    wording AS MATERIALIZED (SELECT * FROM json_to_recordset(${JSON.stringify(wordings)}::json)
      AS w(wording integer, programme text, "from" date)),
    asked AS MATERIALIZED (SELECT * FROM json_to_recordset(${JSON.stringify(thresholds)}::json)
      AS t(wording integer, position integer, rule text, measure text, factor double precision, deviation text,
        "isAny" boolean, "throughMembers" boolean)),
    recipient AS MATERIALIZED (SELECT * FROM json_to_recordset(${JSON.stringify(recipients)}::json)
      AS r(wording integer, place integer, organisation uuid, verdict text, rules jsonb)),
    -- A wording whose measures have no values at all is put once, on no year.
    years AS MATERIALIZED (
      SELECT DISTINCT a.wording, s.year FROM asked a JOIN series s USING (measure)
      UNION SELECT wording, 0 FROM asked GROUP BY wording
        HAVING NOT bool_or(measure IN (SELECT measure FROM series))),
    -- A threshold of a year, with where it lies.
    bound AS MATERIALIZED (
      SELECT y.wording, y.year, a.position, a.measure, a.factor, s.mean,
        nullif(CASE a.deviation WHEN 'sample' THEN s.sample_deviation ELSE s.population_deviation END, 0) AS deviation
      FROM years y JOIN asked a USING (wording) LEFT JOIN scale s ON s.measure = a.measure AND s.year = y.year),
    valued AS MATERIALIZED (${municipalityValues}),
    municipality AS MATERIALIZED (SELECT id, code FROM organisations WHERE kind = 'municipality' AND code IS NOT NULL),
    compared AS (
      SELECT b.wording, b.year, b.position, m.id AS organisation, m.code, v.value, (v.value - b.mean) / b.deviation AS z,
        CASE WHEN b.deviation IS NULL THEN NULL
          ELSE (v.value - (b.mean + b.factor * b.deviation)
            >= -1e-12 * greatest(abs(v.value), abs(b.mean), abs(b.factor * b.deviation)))::integer END AS outcome
      FROM bound b CROSS JOIN municipality m
      LEFT JOIN valued v ON v.organisation_id = m.id AND v.measure = b.measure AND v.year = b.year),
    rule AS MATERIALIZED (
      SELECT wording, bool_and("isAny") AS is_any, bool_and("throughMembers") AS through_members, min(rule) AS code,
        array_agg(measure ORDER BY position) AS measures, array_agg(factor ORDER BY position) AS factors,
        array_agg(deviation ORDER BY position) AS deviations
      FROM asked GROUP BY wording),
    -- Any: one met is met. All: one not met is not met. Otherwise a missing one leaves it open.
    own AS MATERIALIZED (
      SELECT c.wording, c.year, c.organisation, c.code,
        CASE WHEN r.is_any THEN CASE WHEN max(c.outcome) = 1 THEN 1 WHEN count(c.outcome) < count(*) THEN NULL ELSE 0 END
          ELSE CASE WHEN min(c.outcome) = 0 THEN 0 WHEN count(c.outcome) < count(*) THEN NULL ELSE 1 END END AS outcome,
        array_agg(c.value ORDER BY c.position) AS values, array_agg(c.z ORDER BY c.position) AS z_scores,
        array_agg(${outcomeName(sql`c.outcome`)} ORDER BY c.position) AS outcomes
      FROM compared c JOIN rule r USING (wording) GROUP BY c.wording, c.year, c.organisation, c.code, r.is_any),
    -- A region or an association is met when one of its municipalities is.
    through AS (
      SELECT o.wording, o.year, om.organisation_id AS organisation,
        CASE WHEN max(o.outcome) = 1 THEN 1 WHEN count(o.outcome) < count(*) THEN NULL ELSE 0 END AS outcome,
        array_agg(o.code ORDER BY o.code) FILTER (WHERE o.outcome = 1) AS met_by
      FROM own o JOIN rule r ON r.wording = o.wording AND r.through_members
      JOIN organisation_members om ON om.member_id = o.organisation
      GROUP BY o.wording, o.year, om.organisation_id),
    measured AS (
      SELECT wording, year, organisation, outcome, values, z_scores, outcomes,
        CASE WHEN outcome = 1 THEN ARRAY[code] END AS met_by FROM own
      UNION ALL SELECT wording, year, organisation, outcome, NULL, NULL, NULL, met_by FROM through)
    SELECT row_number() OVER (ORDER BY q.wording, y.year, q.place)::integer AS number, w.programme, w."from" AS wording_from,
      q.organisation, nullif(y.year, 0) AS measure_year,
      CASE WHEN q.verdict = 'notEligible' OR m.outcome = 0 THEN 'notEligible'
        WHEN q.verdict = 'needsJudgement' OR y.wording IS NOT NULL AND m.outcome IS NULL THEN 'needsJudgement'
        ELSE 'eligible' END AS verdict,
      CASE WHEN r.code IS NULL THEN q.rules ELSE q.rules || jsonb_build_object(r.code, ${outcomeName(sql`m.outcome`)}) END AS rules,
      coalesce(r.measures, '{}') AS measures, coalesce(r.factors, '{}') AS factors, coalesce(r.deviations, '{}') AS deviations,
      coalesce(m.values, '{}') AS values, coalesce(m.z_scores, '{}') AS z_scores,
      coalesce(m.outcomes, '{}') AS outcomes,
      coalesce(m.met_by, '{}') AS met_by
    FROM recipient q JOIN wording w USING (wording) LEFT JOIN rule r USING (wording) LEFT JOIN years y USING (wording)
    LEFT JOIN measured m ON m.wording = q.wording AND m.year = y.year AND m.organisation = q.organisation`;
}

function outcomeName(outcome: Sql): Sql {
  return sql`CASE ${outcome} WHEN 1 THEN 'met' WHEN 0 THEN 'notMet' ELSE 'needsJudgement' END`;
}
