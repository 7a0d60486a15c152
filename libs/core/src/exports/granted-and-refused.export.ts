import { sql, type Sql } from '#platform/database';
import { caseYears, countOf, shareOf, sumOf } from './case-years-sql.js';
import { integer, money, percent, text, type ExportKind } from './export-kind.js';

/**
 * What came of the applications of each call, per year of the money. `approvalRate` is of those examined: granted ÷
 * (granted + refused). `grantedShare` is what was granted of the kronor that those asked for.
 */
export const grantedAndRefusedExport: ExportKind = {
  kind: 'granted-and-refused',
  columns: [
    integer('year'),
    text('programmeCode'),
    text('call'),
    integer('applications'),
    integer('grantedApplications'),
    integer('refusedApplications'),
    integer('dismissedApplications'),
    integer('discontinuedApplications'),
    integer('withdrawnApplications'),
    integer('revokedApplications'),
    integer('pendingApplications'),
    percent('approvalRate'),
    money('requested'),
    money('requestedByGranted'),
    money('requestedByRefused'),
    money('granted'),
    percent('grantedShare'),
  ],
  filters: ['year', 'organisationId', 'programmeCode', 'callId'],
  query: (filters, asOf) => ({
    rows: sql`SELECT m.year, m.programme AS "programmeCode", c.title AS call, count(*) AS applications,
      ${countOf('granted')} AS "grantedApplications", ${countOf('refused')} AS "refusedApplications",
      ${countOf('dismissed')} AS "dismissedApplications", ${countOf('discontinued')} AS "discontinuedApplications",
      ${countOf('withdrawn')} AS "withdrawnApplications", ${countOf('revoked')} AS "revokedApplications",
      ${countOf('pending')} AS "pendingApplications",
      ${shareOf(countOf('granted'), sql`count(*) FILTER (WHERE ${examined})`)} AS "approvalRate",
      ${sumOf('requested')} AS requested, ${requestedBy(sql`m.outcome = 'granted'`)} AS "requestedByGranted",
      ${requestedBy(sql`m.outcome = 'refused'`)} AS "requestedByRefused", ${sumOf('granted')} AS granted,
      ${shareOf(sumOf('granted'), requestedBy(examined))} AS "grantedShare"
    FROM (${caseYears(filters, asOf)}) m JOIN calls c ON c.id = m.call
    GROUP BY m.year, m.programme, c.id`,
    order: sql`m.year, m.programme, c.title, c.id`,
  }),
};

const examined = sql`m.outcome IN ('granted', 'refused')`;

const requestedBy = (whom: Sql): Sql => sql`coalesce(sum(m.requested) FILTER (WHERE ${whom}), 0)::bigint`;
