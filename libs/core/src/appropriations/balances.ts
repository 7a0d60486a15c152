import type { LocalDate } from '#domain/shared/local-date';
import { sql, type Sql } from '#platform/database';
import type { Fund } from './fund-holders.js';

const shown = sql`jsonb_build_object('allocated', f.allocated, 'reserved', f.reserved,
  'committed', f.unpaid + f.paid + f.returned, 'paid', f.paid, 'returned', f.returned, 'available', f.available)`;

const sumOf = (account: string): Sql =>
  sql`coalesce(sum(s.amount) FILTER (WHERE s.account = ${account}), 0)::bigint`;

/**
 * Balances of a fund of appropriation `a`, whole kronor: as the database keeps them, or as the entries up to a day sum
 * to. A day's entries all count. The sum is made by account first, over the index alone.
 */
export function balancesJson(fund: Fund, asOf: LocalDate | null): Sql {
  if (asOf === null)
    return sql`(SELECT ${shown} FROM appropriation_funds f WHERE f.appropriation_id = a.id AND f.fund = ${fund})`;
  return sql`(SELECT ${shown} FROM (
    SELECT -${sumOf('source')} AS allocated, ${sumOf('available')} AS available, ${sumOf('reserved')} AS reserved,
      ${sumOf('unpaid')} AS unpaid, ${sumOf('paid')} AS paid, ${sumOf('returned')} AS returned
    FROM (SELECT e.account, sum(e.amount) AS amount FROM ledger_entries e
      WHERE e.appropriation_id = a.id AND e.fund = ${fund} AND e.day <= ${asOf} GROUP BY e.account) s) f)`;
}

/** True for the entries `e` that had been posted by the end of the day. */
export function postedBy(asOf: LocalDate | null): Sql {
  return asOf === null ? sql`true` : sql`e.day <= ${asOf}`;
}
