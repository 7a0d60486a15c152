import { programmes } from '#domain/regulations/index';
import { latestFirst, loadedBy } from '#core/measures';
import { happenedBy } from '#platform/audit';
import { sql, type Sql } from '#platform/database';
import { caseYears } from './case-years-sql.js';
import { code, integer, number, text, type ExportKind } from './export-kind.js';

/**
 * Every figure that the evaluation has printed, beside the same figure as Medel has it, with what that rests on. Where there
 * is nothing to compute it from, the row says `noData` and why. A figure printed as "about" agrees within half of its last
 * digit, one printed as "somewhat more than" within a whole one above, and any other when it is the same. One that is printed of
 * two grants together has both of them beside it.
 */
export const evaluationFiguresExport: ExportKind = {
  kind: 'evaluation-figures',
  columns: [
    code('figure', 'evaluationFigure'),
    text('programmeCode'),
    code('section', 'evaluationSection'),
    text('placeCode'),
    text('place'),
    code('measure', 'measure'),
    integer('fromYear'),
    integer('toYear'),
    number('printed'),
    code('printedWording', 'evaluationWording'),
    code('approximately', 'evaluationRemark'),
    code('note', 'evaluationRemark'),
    number('computed'),
    code('computedWording', 'evaluationWording'),
    code('basis', 'evaluationBasis'),
    code('agreement', 'evaluationAgreement'),
    code('why', 'evaluationReason'),
    text('source'),
    text('sha256'),
  ],
  filters: ['programmeCode'],
  query: ({ programmeCode }, asOf) => ({
    rows: sql`WITH
      printed AS MATERIALIZED (SELECT f.*, d.source, d.sha256 FROM evaluation_figures f JOIN (SELECT d.* FROM measure_datasets d
          WHERE d.kind = 'evaluationFigures' AND ${loadedBy(asOf ?? undefined)} ORDER BY ${latestFirst} LIMIT 1) d
          ON d.id = f.dataset_id
        WHERE ${programmeCode ? sql`f.programme_code = ${programmeCode}` : sql`true`}),
      cases AS MATERIALIZED (SELECT m.*, o.kind, o.code FROM (${caseYears({}, asOf)}) m JOIN organisations o ON o.id = m.organisation
        WHERE m.programme IN (SELECT programme_code FROM printed)),
      term AS (SELECT * FROM json_to_recordset(${JSON.stringify(terms)}::json)
        AS t(figure text, programme text, value numeric)),
      judged AS MATERIALIZED (SELECT DISTINCT ON (o.code, t.measure) o.code, t.measure, t.factor, t.outcome, s.quality
        FROM (SELECT id FROM eligibility_recomputations WHERE ${happenedBy(sql`recomputed_at`, asOf)}
          ORDER BY recomputed_at DESC, id DESC LIMIT 1) r
        JOIN eligibility_assessments a ON a.recomputation_id = r.id AND a.programme_code = 'exempel-2027'
        JOIN organisations o ON o.id = a.organisation_id AND o.kind = 'municipality'
        CROSS JOIN LATERAL unnest(a.measures, a.factors, a.outcomes) AS t(measure, factor, outcome)
        LEFT JOIN eligibility_scales s ON s.recomputation_id = r.id AND s.measure_code = t.measure AND s.year = a.measure_year
        ORDER BY o.code, t.measure, s.year DESC NULLS LAST, a.wording_from DESC),
      computed AS (SELECT p.*, o.name, q.computed, q.wording AS computed_wording, q.basis, q.why, q.quality,
          p.value::text::numeric AS printed, 10 ^ length(substring(p.value::text::numeric::text FROM '0*$'))::numeric AS unit
        FROM printed p LEFT JOIN organisations o ON o.code = p.place_code CROSS JOIN LATERAL (${counterpart}) q)
    SELECT figure, programme_code AS "programmeCode", section, place_code AS "placeCode", name AS place,
      measure_code AS measure, from_year AS "fromYear", to_year AS "toYear", printed, wording AS "printedWording",
      approximately, note, CASE WHEN agreement <> 'noData' THEN computed END AS computed, computed_wording AS "computedWording", basis, agreement,
      CASE agreement WHEN 'noData' THEN why WHEN 'differs' THEN CASE WHEN quality = 'proxy' THEN 'proxy'
        WHEN figure = 'population' THEN 'otherYear' END END AS why, source, sha256
    FROM (SELECT *, ${agreement} AS agreement FROM computed) c`,
    order: sql`number`,
  }),
};

/** What the wordings themselves say, by programme. */
const terms = programmes.flatMap(({ code, wordings }) =>
  wordings.at(-1)!.rules.flatMap((rule) => {
    if (rule.kind === 'maxShareOfCosts')
      return [{ figure: 'ownShare', programme: code, value: (100 - rule.parameters.percent) / 100 }];
    if (rule.kind === 'maxAmount' && rule.parameters.step === 'mapping')
      return [{ figure: 'mappingCeiling', programme: code, value: rule.parameters.amount }];
    return [];
  }),
);

/** Years of the figure; all that there are where it names none. */
const ofYears = (year: Sql): Sql => sql`(p.from_year IS NULL OR ${year} BETWEEN p.from_year AND p.to_year)`;

const granted = sql`FROM cases m WHERE m.programme = p.programme_code AND m.outcome = 'granted' AND ${ofYears(sql`m.year`)}`;
const perYear = sql`count(DISTINCT m.year)`;

/** What Medel has of a printed figure `p`: `computed` or `wording`, on what `basis`; without either, `why`. */
const counterpart: Sql = sql`
  SELECT CASE p.figure WHEN 'grantedPerYear' THEN sum(m.granted) / nullif(${perYear}, 0) WHEN 'recipients' THEN count(DISTINCT m.organisation)
      WHEN 'meanGrantPerYear' THEN sum(m.granted) / nullif(count(DISTINCT (m.organisation, m.year)), 0)
      WHEN 'municipalitiesGranted' THEN count(DISTINCT m.organisation) FILTER (WHERE m.kind = 'municipality')
      WHEN 'regionsGranted' THEN count(DISTINCT m.organisation) FILTER (WHERE m.kind = 'region') END AS computed,
    NULL AS wording, 'cases' AS basis, 'noCases' AS why, NULL AS quality ${granted}
    HAVING p.figure IN ('grantedPerYear', 'recipients', 'meanGrantPerYear', 'municipalitiesGranted', 'regionsGranted')
  UNION ALL SELECT CASE p.figure WHEN 'grantedInTotal' THEN sum(m.granted)
      WHEN 'regionGranted' THEN NULL ELSE sum(m.granted) / nullif(${perYear}, 0) END,
    CASE WHEN p.figure = 'regionGranted' AND count(*) > 0 THEN 'granted' END, 'cases', 'noCases', NULL
    ${granted} AND m.code = p.place_code
    HAVING p.figure IN ('largestGrantPerYear', 'smallestGrantPerYear', 'grantedInTotal', 'regionGranted')
  UNION ALL SELECT sum(b.amount) / nullif(count(DISTINCT b.year), 0), NULL, 'calls', 'noCalls', NULL
    FROM calls c JOIN call_budgets b ON b.call_id = c.id WHERE (c.programme_code = p.programme_code OR p.note = 'with ' || c.programme_code) AND ${ofYears(sql`b.year`)}
    HAVING p.figure = 'announcedAllocation'
  UNION ALL SELECT max(t.value), NULL, 'rules', 'noRule', NULL FROM term t
    WHERE t.figure = p.figure AND t.programme = p.programme_code HAVING p.figure IN ('ownShare', 'mappingCeiling')
  UNION ALL SELECT max(j.factor)::numeric, NULL, 'rules', 'noRule', NULL FROM judged j
    WHERE j.measure = p.measure_code HAVING p.figure = 'threshold'
  UNION ALL SELECT NULL, max(j.outcome) FILTER (WHERE j.outcome <> 'needsJudgement'), 'measures', 'noValues', max(j.quality)
    FROM judged j WHERE j.measure = p.measure_code AND j.code = p.place_code HAVING p.figure = 'thresholdOutcome'
  UNION ALL SELECT o.population, NULL, o.population_source, 'noValues', NULL WHERE p.figure = 'population'
  UNION ALL SELECT NULL, NULL, NULL, 'notKept', NULL WHERE p.figure IN ('decisionPeriod', 'noNewGrants', 'paidToTheEndOf',
    'mainGroup', 'surveyAnswers', 'surveyAsked', 'surveyAnswersBySize', 'regionsSurveyAnswers', 'regionsSurveyAsked')`;

const agreement: Sql = sql`CASE
  WHEN computed_wording IS NOT NULL THEN CASE WHEN computed_wording = wording THEN 'agrees' ELSE 'differs' END
  WHEN computed IS NULL OR (basis = 'cases' AND computed = 0) THEN 'noData'
  WHEN CASE WHEN approximately LIKE '%more than' THEN computed > printed AND computed < printed + unit
    WHEN approximately IS NOT NULL THEN abs(computed - printed) <= unit / 2 ELSE computed = printed END THEN 'agrees'
  ELSE 'differs' END`;
