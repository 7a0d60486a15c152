import type { LocalDate } from '#domain/shared/local-date';
import { dutyAsOf } from '#core/reports';
import { happenedBy, statusAsOf } from '#platform/audit';
import { and, sql } from '#platform/database';
import { standingSettlements } from './case-years-sql.js';
import { code, date, instant, integer, money, text, type ExportKind } from './export-kind.js';

const today = (asOf: LocalDate | null) =>
  asOf === null ? sql`(now() AT TIME ZONE 'Europe/Stockholm')::date` : sql`${asOf}::date`;

/** Every report with its day, whether it is overdue, and what it settled that no later report has settled anew. */
export const reportingStatusExport: ExportKind = {
  kind: 'reporting-status',
  columns: [
    text('registryNumber'),
    text('organisationCode'),
    text('organisation'),
    code('kind', 'reportKind'),
    integer('year'),
    date('dueOn'),
    code('status', 'status.report'),
    code('overdue', 'answer'),
    instant('submittedAt'),
    money('granted'),
    money('costs'),
    money('coFinancing'),
    money('entitled'),
    money('used'),
    money('unused'),
    money('repay'),
  ],
  key: ['registryNumber', 'kind', 'year'],
  filters: ['year', 'status', 'organisationId', 'programmeCode'],
  query({ year, status, organisationId, programmeCode }, asOf) {
    const current = statusAsOf('report', { id: sql`r.id`, status: sql`r.status` }, asOf);
    const where = [
      ...(year === undefined ? [] : [sql`u.year = ${year}`]),
      ...(status ? [sql`${current} = ${status}`] : []),
      ...(organisationId ? [sql`r.organisation_id = ${organisationId}::uuid`] : []),
      ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
    ];
    // A later submission has taken its place in the row.
    const submittedAt = sql`CASE WHEN ${happenedBy(sql`r.submitted_at`, asOf)} THEN r.submitted_at
      ELSE (SELECT max(f.submitted_at) FROM submissions f
        WHERE f.subject_type = 'report' AND f.subject_id = r.id AND ${happenedBy(sql`f.submitted_at`, asOf)}) END`;
    return {
      rows: sql`SELECT a.registry_number AS "registryNumber", o.code AS "organisationCode", o.name AS organisation, r.kind, u.year,
        u.due_on AS "dueOn", ${current} AS status,
        CASE WHEN ${current} IN ('upcoming', 'open', 'completionRequested') AND u.due_on < ${today(asOf)} THEN 'yes' ELSE 'no' END
          AS overdue,
        ${submittedAt} AS "submittedAt", s.granted, s.costs, s.co_financing AS "coFinancing", s.entitled, s.used, s.unused, s.repay
      FROM reports r JOIN decisions d ON d.id = r.decision_id JOIN applications a ON a.id = d.application_id
      JOIN calls c ON c.id = a.call_id JOIN organisations o ON o.id = r.organisation_id CROSS JOIN LATERAL (${dutyAsOf(asOf)}) u
      LEFT JOIN (SELECT report_id, sum(granted)::bigint AS granted, sum(costs)::bigint AS costs,
          sum(co_financing)::bigint AS co_financing, sum(entitled)::bigint AS entitled, sum(used)::bigint AS used,
          sum(unused)::bigint AS unused, sum(repay)::bigint AS repay
        FROM (${standingSettlements(asOf)}) standing GROUP BY report_id) s ON s.report_id = r.id
      WHERE ${and(where)}`,
      order: sql`u.due_on, a.registry_number, r.kind, u.year, r.id`,
    };
  },
};
