import { sql, trusted } from '#platform/database';
import { caseYears, countOf, recipients, shareOf, sumOf } from './case-years-sql.js';
import { code, integer, kronor, money, percent, text, type ExportKind } from './export-kind.js';
import { perInhabitant } from './per-inhabitant-sql.js';

type Grouping = 'county' | 'municipalityGroup' | 'sizeClass';

const COLUMNS = {
  county: 'county',
  municipalityGroup: 'municipality_group',
  sizeClass: 'size_class',
} as const;

/**
 * Applications and grants per year and group of recipients, each krona once. Kinds of recipients stand apart, so that the
 * inhabitants of a region are not counted with those of its municipalities; who belongs to no group stands under none.
 * `organisations`, `population` and kronor per inhabitant are of everyone in the group, whether they applied or not. A
 * group that nobody applied from is not there.
 */
export function grantsByGroup(kind: string, grouping: Grouping): ExportKind {
  const group = trusted(`o.${COLUMNS[grouping]}`);
  return {
    kind,
    columns: [
      integer('year'),
      code('organisationKind', 'recipientKind'),
      grouping === 'sizeClass' ? code(grouping, 'sizeClass') : text(grouping),
      integer('organisations'),
      integer('applicants'),
      integer('recipients'),
      integer('applications'),
      integer('grantedApplications'),
      integer('refusedApplications'),
      percent('approvalRate'),
      money('requested'),
      money('granted'),
      money('paid'),
      integer('population'),
      integer('populationYear'),
      text('populationSource'),
      kronor('grantedPerInhabitant'),
    ],
    filters: ['year', 'programmeCode', 'callId'],
    query: (filters, asOf) => ({
      rows: sql`SELECT m.year, g.kind AS "organisationKind", g."group" AS ${trusted(`"${grouping}"`)},
        g.organisations, count(DISTINCT m.organisation) AS applicants, ${recipients} AS recipients, count(*) AS applications,
        ${countOf('granted')} AS "grantedApplications", ${countOf('refused')} AS "refusedApplications",
        ${shareOf(countOf('granted'), sql`count(*) FILTER (WHERE m.outcome IN ('granted', 'refused'))`)} AS "approvalRate",
        ${sumOf('requested')} AS requested, ${sumOf('granted')} AS granted, ${sumOf('paid')} AS paid,
        ${perInhabitant(sumOf('granted'))}
      FROM (${caseYears(filters, asOf)}) m JOIN organisations o ON o.id = m.organisation
      JOIN (SELECT o.kind, ${group} AS "group", count(*) AS organisations,
          -- One that is not known leaves the sum unknown.
          CASE WHEN count(o.population) = count(*) THEN sum(o.population) END AS population,
          max(o.population_year) AS population_year, min(o.population_source) AS population_source
        FROM organisations o GROUP BY 1, 2) g ON g.kind = o.kind AND g."group" IS NOT DISTINCT FROM ${group}
      GROUP BY m.year, g.kind, g."group", g.organisations, g.population, g.population_year, g.population_source`,
      order: sql`m.year, g.kind, g."group" COLLATE "sv-SE-x-icu"`,
    }),
  };
}
