import { happenedBy, statusAsOf } from '#platform/audit';
import { and, sql } from '#platform/database';
import { integer, money, text, type ExportKind } from './export-kind.js';

/** Granted sums per recipient and year, firm or conditional. Paid counts whatever decision of the case it was paid by. */
export const grantsByYearExport: ExportKind = {
  kind: 'grants-by-year',
  columns: [
    integer('year'),
    text('programmeCode'),
    text('organisationCode'),
    text('organisation'),
    text('organisationKind'),
    text('registryNumber'),
    text('yearStatus'),
    money('granted'),
    money('paid'),
  ],
  key: ['registryNumber', 'year'],
  filters: ['year', 'organisationId', 'programmeCode'],
  query({ year, organisationId, programmeCode }, asOf) {
    const current = statusAsOf('decisionYear', { id: sql`y.id`, status: sql`y.status` }, asOf);
    const decision = statusAsOf('decision', { id: sql`d.id`, status: sql`d.status` }, asOf);
    const payment = statusAsOf('payment', { id: sql`p.id`, status: sql`p.status` }, asOf);
    const where = [
      happenedBy(sql`d.decided_at`, asOf),
      sql`${decision} = 'approved'`,
      ...(year === undefined ? [] : [sql`y.year = ${year}`]),
      ...(organisationId ? [sql`d.organisation_id = ${organisationId}::uuid`] : []),
      ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
    ];
    return {
      rows: sql`SELECT y.year, c.programme_code AS "programmeCode", o.code AS "organisationCode", o.name AS organisation,
        o.kind AS "organisationKind", a.registry_number AS "registryNumber", ${current} AS "yearStatus", y.amount AS granted,
        (SELECT coalesce(sum(p.amount), 0)::bigint FROM payments p JOIN decisions paid ON paid.id = p.decision_id
          WHERE paid.application_id = a.id AND p.year = y.year AND ${payment} = 'executed') AS paid
      FROM decision_years y JOIN decisions d ON d.id = y.decision_id JOIN applications a ON a.id = d.application_id
      JOIN calls c ON c.id = a.call_id JOIN organisations o ON o.id = d.organisation_id
      WHERE ${and(where)}`,
      order: sql`y.year, c.programme_code, o.code, o.name, a.registry_number`,
    };
  },
};
