import { contentAsOf } from '#core/submissions';
import { happenedBy, statusAsOf } from '#platform/audit';
import { and, sql } from '#platform/database';
import { standingDecisions } from './case-years-sql.js';
import { code, integer, money, text, type ExportKind } from './export-kind.js';

/**
 * Who pays for what: planned and reported money per application, year and source, whatever came of it: `status` and the
 * `outcome` of the decision that stands tell. Planned is what the decision in force plans: as applied for, or as an amendment
 * states it anew. A year is reported by the last due of the approved reports that tell of it, as `computeFollowUp` has it.
 */
export const coFinancingExport: ExportKind = {
  kind: 'co-financing',
  columns: [
    text('registryNumber'),
    text('organisationCode'),
    text('organisation'),
    code('status', 'status.application'),
    code('outcome', 'decisionOutcome'),
    integer('year'),
    code('source', 'coFinancingSource'),
    text('funder'),
    money('planned'),
    money('reported'),
  ],
  key: ['registryNumber', 'year', 'source', 'funder'],
  filters: ['year', 'organisationId', 'programmeCode', 'callId'],
  query({ year, organisationId, programmeCode, callId }, asOf) {
    const where = [
      happenedBy(sql`a.submitted_at`, asOf),
      ...(year === undefined ? [] : [sql`f.year = ${year}`]),
      ...(organisationId ? [sql`a.organisation_id = ${organisationId}::uuid`] : []),
      ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
      ...(callId ? [sql`c.id = ${callId}::uuid`] : []),
    ];
    const approved = happenedBy(sql`r.approved_at`, asOf);
    const current = statusAsOf('application', { id: sql`a.id`, status: sql`a.status` }, asOf);
    return {
      rows: sql`SELECT a.registry_number AS "registryNumber", o.code AS "organisationCode", o.name AS organisation,
        ${current} AS status, s.outcome, f.year, f.source, f.funder, sum(f.planned)::bigint AS planned, sum(f.reported)::bigint AS reported
      FROM applications a JOIN calls c ON c.id = a.call_id JOIN organisations o ON o.id = a.organisation_id
      LEFT JOIN (${standingDecisions(asOf)}) s ON s.application = a.id
      CROSS JOIN LATERAL (
        SELECT row.year, row.source, coalesce(row.funder, '') AS funder, row.amount AS planned, 0::bigint AS reported
        FROM jsonb_to_recordset(coalesce(s.plan, ${contentAsOf('a', asOf)})->'coFinancing')
          AS row(year integer, source text, funder text, amount bigint)
        UNION ALL
        SELECT row.year, row.source, coalesce(row.funder, ''), 0, row.amount
        FROM (SELECT DISTINCT ON (told.year) told.year, r.content->'coFinancing' AS rows
            FROM reports r JOIN decisions d ON d.id = r.decision_id,
              jsonb_to_recordset((r.content->'costs') || (r.content->'coFinancing')) AS told(year integer)
            WHERE d.application_id = a.id AND ${approved} ORDER BY told.year, r.due_on DESC, r.id DESC) last,
          jsonb_to_recordset(last.rows) AS row(year integer, source text, funder text, amount bigint)
        WHERE row.year = last.year) f
      WHERE ${and(where)}
      GROUP BY a.id, a.registry_number, o.code, o.name, s.outcome, f.year, f.source, f.funder`,
      order: sql`a.registry_number, f.year, f.source, f.funder`,
    };
  },
};
