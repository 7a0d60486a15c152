import { sql } from '#platform/database';
import { caseYears, countOf, sumOf } from './case-years-sql.js';
import { code, integer, kronor, money, text, type ExportKind } from './export-kind.js';
import { perInhabitant } from './per-inhabitant-sql.js';

/** Every applicant per year: where it is, how large, and what it asked for and was granted, also for each inhabitant. */
export const grantsByRecipientExport: ExportKind = {
  kind: 'grants-by-recipient',
  columns: [
    integer('year'),
    text('organisationCode'),
    text('organisation'),
    code('organisationKind', 'recipientKind'),
    text('county'),
    text('municipalityGroup'),
    code('sizeClass', 'sizeClass'),
    integer('applications'),
    integer('grantedApplications'),
    integer('refusedApplications'),
    money('requested'),
    money('granted'),
    money('paid'),
    money('returned'),
    integer('population'),
    integer('populationYear'),
    text('populationSource'),
    kronor('grantedPerInhabitant'),
  ],
  filters: ['year', 'organisationId', 'programmeCode', 'callId'],
  query: (filters, asOf) => ({
    rows: sql`SELECT m.year, g.code AS "organisationCode", g.name AS organisation, g.kind AS "organisationKind",
      g.county, g.municipality_group AS "municipalityGroup", g.size_class AS "sizeClass", count(*) AS applications,
      ${countOf('granted')} AS "grantedApplications", ${countOf('refused')} AS "refusedApplications",
      ${sumOf('requested')} AS requested, ${sumOf('granted')} AS granted, ${sumOf('paid')} AS paid,
      ${sumOf('returned')} AS returned, ${perInhabitant(sumOf('granted'))}
    FROM (${caseYears(filters, asOf)}) m JOIN organisations g ON g.id = m.organisation
    GROUP BY m.year, g.id`,
    order: sql`m.year, g.kind, g.code, g.name, g.id`,
  }),
};
