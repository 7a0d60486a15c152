import { sql } from '#platform/database';
import { caseYears, countOf, recipients, sumOf } from './case-years-sql.js';
import { integer, money, text, type ExportKind } from './export-kind.js';

/**
 * Grants and recipients per year of the money and programme. An application counts in every year that it asked for;
 * granted = firm + conditional + lapsed. The sums of `paid` and `returned` are those of the ledger.
 */
export const summaryExport: ExportKind = {
  kind: 'summary',
  columns: [
    integer('year'),
    text('programmeCode'),
    integer('applications'),
    integer('applicants'),
    integer('grantedApplications'),
    integer('recipients'),
    integer('refusedApplications'),
    money('requested'),
    money('granted'),
    money('firm'),
    money('conditional'),
    money('lapsed'),
    money('paid'),
    money('returned'),
  ],
  filters: ['year', 'organisationId', 'programmeCode', 'callId'],
  query: (filters, asOf) => ({
    rows: sql`SELECT m.year, m.programme AS "programmeCode", count(*) AS applications,
      count(DISTINCT m.organisation) AS applicants, ${countOf('granted')} AS "grantedApplications", ${recipients} AS recipients,
      ${countOf('refused')} AS "refusedApplications", ${sumOf('requested')} AS requested, ${sumOf('granted')} AS granted,
      ${sumOf('firm')} AS firm, ${sumOf('conditional')} AS conditional, ${sumOf('lapsed')} AS lapsed, ${sumOf('paid')} AS paid,
      ${sumOf('returned')} AS returned
    FROM (${caseYears(filters, asOf)}) m GROUP BY m.year, m.programme`,
    order: sql`m.year, m.programme`,
  }),
};
