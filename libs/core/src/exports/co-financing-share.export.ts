import type { CoFinancingSource } from '#domain/applications/application-content';
import { contentAsOf } from '#core/submissions';
import { sql, type Sql } from '#platform/database';
import { caseYears, shareOf, standingDecisions, standingSettlements } from './case-years-sql.js';
import { integer, money, percent, text, type ExportKind } from './export-kind.js';

/**
 * Who pays for what was granted, per year and programme: the costs and co-financing that the decisions in force plan, as
 * applied for or as an amendment states them anew, and what settled reports came to. `coFinancingShare` is the planned
 * co-financing ÷ planned costs without other grants from the state, which are nobody's own money;
 * `settledCoFinancingShare` is of the settled years, with them.
 */
export const coFinancingShareExport: ExportKind = {
  kind: 'co-financing-share',
  columns: [
    integer('year'),
    text('programmeCode'),
    integer('grantedApplications'),
    money('costs'),
    money('granted'),
    percent('grantShare'),
    money('own'),
    money('otherRecipient'),
    money('private'),
    money('otherStateGrant'),
    percent('coFinancingShare'),
    integer('settledApplications'),
    money('settledCosts'),
    money('settledCoFinancing'),
    money('used'),
    percent('settledCoFinancingShare'),
  ],
  filters: ['year', 'organisationId', 'programmeCode', 'callId'],
  query: (filters, asOf) => ({
    rows: sql`SELECT m.*, ${shareOf(sql`m.granted`, sql`m.costs`)} AS "grantShare",
      ${shareOf(sql`(m.own + m."otherRecipient" + m.private)`, sql`m.costs`)} AS "coFinancingShare",
      ${shareOf(sql`m."settledCoFinancing"`, sql`m."settledCosts"`)} AS "settledCoFinancingShare"
    FROM (SELECT m.year, m.programme AS "programmeCode", count(*) AS "grantedApplications", ${sum(sql`p.costs`)} AS costs,
        ${sum(sql`m.granted`)} AS granted, ${sum(sql`p.own`)} AS own, ${sum(sql`p.other_recipient`)} AS "otherRecipient",
        ${sum(sql`p.private`)} AS private, ${sum(sql`p.other_state_grant`)} AS "otherStateGrant",
        count(s.costs) AS "settledApplications", ${sum(sql`s.costs`)} AS "settledCosts",
        ${sum(sql`s.co_financing`)} AS "settledCoFinancing", ${sum(sql`s.used`)} AS used
      FROM (${caseYears(filters, asOf)}) m JOIN applications a ON a.id = m.application
      JOIN (${standingDecisions(asOf)}) d ON d.application = m.application
      CROSS JOIN LATERAL (SELECT sum(amount) FILTER (WHERE source IS NULL) AS costs, ${from('own')} AS own,
          ${from('otherRecipient')} AS other_recipient, ${from('private')} AS private,
          ${from('otherStateGrant')} AS other_state_grant
        FROM (SELECT year, amount, NULL AS source
          FROM jsonb_to_recordset(coalesce(d.plan, ${contentAsOf('a', asOf)})->'costs') AS c(year integer, amount bigint)
          UNION ALL SELECT year, amount, source
          FROM jsonb_to_recordset(coalesce(d.plan, ${contentAsOf('a', asOf)})->'coFinancing') AS f(year integer, amount bigint, source text)) r
        WHERE r.year = m.year) p
      LEFT JOIN (${standingSettlements(asOf)}) s ON s.application = m.application AND s.year = m.year
      WHERE m.outcome = 'granted' GROUP BY m.year, m.programme) m`,
    order: sql`m.year, m."programmeCode"`,
  }),
};

const sum = (amounts: Sql): Sql => sql`coalesce(sum(${amounts}), 0)::bigint`;

const from = (source: CoFinancingSource): Sql => sql`sum(amount) FILTER (WHERE source = ${source})`;
