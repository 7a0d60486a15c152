import { dutyAsOf } from '#core/reports';
import { and, sql, type Sql } from '#platform/database';
import { code, integer, number, text, type ExportKind } from './export-kind.js';
import { activities, goals, handedIn, reportStatus } from './report-results-sql.js';

/**
 * What reports that are handed in tell of every activity and goal: a row for each goal, and one for an activity without
 * any. A goal is reached at its target or beyond, as seen from its baseline.
 */
export const resultsExport: ExportKind = {
  kind: 'results',
  columns: [
    text('registryNumber'),
    text('programmeCode'),
    text('organisationCode'),
    text('organisation'),
    code('kind', 'reportKind'),
    integer('year'),
    code('status', 'status.report'),
    integer('activityNumber'),
    text('activity'),
    code('priorityArea', 'priorityArea'),
    code('orientation', 'orientation'),
    code('targetGroups', 'targetGroup'),
    text('areaCodes'),
    code('activityStatus', 'activityStatus'),
    text('result'),
    integer('reach'),
    text('indicator'),
    number('baseline'),
    number('target'),
    integer('targetYear'),
    number('goalOutcome'),
    code('goalReached', 'answer'),
  ],
  statuses: ['submitted', 'completionRequested', 'approved'],
  filters: ['year', 'status', 'organisationId', 'programmeCode', 'callId'],
  query({ status, ...filters }, asOf) {
    const current = reportStatus(asOf);
    const where = [...handedIn(filters, asOf), ...(status ? [sql`${current} = ${status}`] : [])];
    return {
      rows: sql`SELECT a.registry_number AS "registryNumber", c.programme_code AS "programmeCode",
        o.code AS "organisationCode", o.name AS organisation, r.kind, r.year, ${current} AS status, t.*
      FROM reports r JOIN decisions d ON d.id = r.decision_id JOIN applications a ON a.id = d.application_id
      JOIN calls c ON c.id = a.call_id JOIN organisations o ON o.id = r.organisation_id CROSS JOIN LATERAL (${dutyAsOf(asOf)}) u
      CROSS JOIN LATERAL (SELECT t.n AS "activityNumber", t.planned->>'title' AS activity,
          t.planned->>'priorityArea' AS "priorityArea", t.planned->>'orientation' AS orientation,
          ${joined(sql`t.planned->'targetGroups'`)} AS "targetGroups",
          ${joined(sql`coalesce(t.reported, t.planned)->'areaCodes'`)} AS "areaCodes", t.reported->>'status' AS "activityStatus",
          t.reported->>'result' AS result, (t.reported->>'reach')::bigint AS reach, g.indicator, g.baseline, g.target,
          g.year AS "targetYear", g.outcome AS "goalOutcome", CASE WHEN g.reached THEN 'yes' WHEN NOT g.reached THEN 'no' END
            AS "goalReached", g.place
        FROM (${activities(asOf)}) t FULL JOIN (${goals(asOf)}) g ON g.n = t.n) t
      WHERE ${and(where)}`,
      order: sql`a.registry_number, r.year, u.due_on, r.kind, r.id, t."activityNumber", t.place`,
    };
  },
};

const joined = (names: Sql): Sql =>
  sql`(SELECT string_agg(name, ' ' ORDER BY place) FROM jsonb_array_elements_text(${names}) WITH ORDINALITY AS l(name, place))`;
