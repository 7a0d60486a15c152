import { sql } from '#platform/database';
import { caseYears } from './case-years-sql.js';
import { code, integer, money, text, type ExportKind } from './export-kind.js';

/**
 * Granted sums per recipient and year: firm, conditional, or lapsed. Paid counts whatever decision of the case it was paid
 * by; of a case whose decision was revoked only that is left, and its year is `revoked`.
 */
export const grantsByYearExport: ExportKind = {
  kind: 'grants-by-year',
  columns: [
    integer('year'),
    text('programmeCode'),
    text('organisationCode'),
    text('organisation'),
    code('organisationKind', 'recipientKind'),
    text('registryNumber'),
    code('yearStatus', 'yearStatus'),
    money('granted'),
    money('paid'),
  ],
  key: ['registryNumber', 'year'],
  filters: ['year', 'organisationId', 'programmeCode'],
  query: (filters, asOf) => ({
    rows: sql`SELECT m.year, m.programme AS "programmeCode", o.code AS "organisationCode", o.name AS organisation,
      o.kind AS "organisationKind", a.registry_number AS "registryNumber",
      CASE WHEN m.outcome = 'revoked' THEN 'revoked' WHEN m.firm > 0 THEN 'firm' WHEN m.conditional > 0 THEN 'conditional'
        ELSE 'lapsed' END AS "yearStatus", m.granted, m.paid
    FROM (${caseYears(filters, asOf)}) m JOIN applications a ON a.id = m.application JOIN organisations o ON o.id = m.organisation
    WHERE m.outcome = 'granted' OR m.paid > 0`,
    order: sql`m.year, m.programme, o.code, o.name, a.registry_number`,
  }),
};
