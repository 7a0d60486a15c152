import { sql, type Sql } from '#platform/database';

/** Of a report `r` that a decision `d` of an application `a` asks for. Whole kronor. */

/** The costs and co-financing that the grant is part of: as applied for, or as an amendment states them anew. */
export const planJson = sql`coalesce(d.plan, a.content)`;

/** The years `y` of the decision that have not lapsed; a condition may follow. */
export const grantedYears = sql`decision_years y WHERE y.decision_id = d.id AND y.status <> 'lapsed'`;

/** The reports `o` that the case's decisions ask for, of those before it too; a condition may follow. */
export const reportsOfCase = sql`reports o JOIN decisions asked ON asked.id = o.decision_id
  WHERE asked.application_id = d.application_id AND o.status <> 'cancelled'`;

export const grantedIn = (year: Sql): Sql =>
  sql`coalesce((SELECT y.amount FROM ${grantedYears} AND y.year = ${year}), 0)`;

/** By the case's decisions, of those before it too. */
export const paidIn = (year: Sql): Sql => sql`(SELECT coalesce(sum(p.amount), 0)::bigint FROM payments p
  JOIN decisions of_case ON of_case.id = p.decision_id
  WHERE of_case.application_id = d.application_id AND p.year = ${year} AND p.status = 'executed')`;
