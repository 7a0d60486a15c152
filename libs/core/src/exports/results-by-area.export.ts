import { latestFirst, loadedBy } from '#core/measures';
import { dutyAsOf } from '#core/reports';
import { and, sql } from '#platform/database';
import { code, integer, text, type ExportKind } from './export-kind.js';
import { activities, goals, handedIn } from './report-results-sql.js';

/**
 * What reports that are handed in tell per year, area (RegSO) and priority area; of several on the same year of a case the
 * last that was due. An activity in two areas counts in both, with all whom it reached: nobody has said where they live. So
 * numbers of several areas are not to be added. An activity in no area stands under none. Area types are the latest loaded.
 */
export const resultsByAreaExport: ExportKind = {
  kind: 'results-by-area',
  columns: [
    integer('year'),
    text('municipalityCode'),
    text('municipality'),
    text('areaCode'),
    text('area'),
    integer('areaType'),
    integer('areaTypeYear'),
    code('priorityArea', 'priorityArea'),
    integer('recipients'),
    integer('activities'),
    integer('completedActivities'),
    integer('reach'),
    integer('goals'),
    integer('answeredGoals'),
    integer('reachedGoals'),
  ],
  filters: ['year', 'organisationId', 'programmeCode', 'callId'],
  query(filters, asOf) {
    return {
      rows: sql`SELECT t.year, o.code AS "municipalityCode", o.name AS municipality, t.code AS "areaCode", s.name AS area,
        s.area_type AS "areaType", s.year AS "areaTypeYear", t.priority_area AS "priorityArea",
        count(DISTINCT t.organisation_id) AS recipients, count(*) AS activities,
        count(*) FILTER (WHERE t.status = 'completed') AS "completedActivities", sum(t.reach) AS reach,
        sum(t.goals)::bigint AS goals, sum(t.answered)::bigint AS "answeredGoals", sum(t.reached)::bigint AS "reachedGoals"
      FROM (SELECT r.year, r.organisation_id, x.code, t.planned->>'priorityArea' AS priority_area,
          t.reported->>'status' AS status, (t.reported->>'reach')::bigint AS reach, g.*
        FROM (SELECT DISTINCT ON (a.id, r.year) a.id AS application, r.id AS report
          FROM reports r JOIN decisions d ON d.id = r.decision_id JOIN applications a ON a.id = d.application_id
          JOIN calls c ON c.id = a.call_id CROSS JOIN LATERAL (${dutyAsOf(asOf)}) u
          WHERE ${and(handedIn(filters, asOf))} ORDER BY a.id, r.year, u.due_on DESC, r.id DESC) last
        JOIN reports r ON r.id = last.report JOIN applications a ON a.id = last.application
        CROSS JOIN LATERAL (${activities(asOf)}) t
        LEFT JOIN LATERAL (SELECT DISTINCT jsonb_array_elements_text(coalesce(t.reported, t.planned)->'areaCodes') AS code) x ON true
        CROSS JOIN LATERAL (SELECT count(*) AS goals, count(outcome) AS answered, count(*) FILTER (WHERE reached) AS reached
          FROM (${goals(asOf)}) g WHERE g.n = t.n) g) t
      LEFT JOIN LATERAL (SELECT s.* FROM areas s JOIN measure_datasets d ON d.id = s.dataset_id
        WHERE s.code = t.code AND ${loadedBy(asOf ?? undefined)} ORDER BY ${latestFirst} LIMIT 1) s ON true
      LEFT JOIN organisations o ON o.id = s.organisation_id
      GROUP BY t.year, o.id, t.code, s.name, s.area_type, s.year, t.priority_area`,
      order: sql`t.year, o.code, t.code COLLATE "C", t.priority_area COLLATE "C"`,
    };
  },
};
