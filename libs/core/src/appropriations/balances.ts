import type { LocalDate } from '#domain/shared/local-date';
import { sql, type Sql } from '#platform/database';
import type { Fund } from './fund-holders.js';

const shown = sql`jsonb_build_object('allocated', f.allocated, 'reserved', f.reserved,
  'committed', f.unpaid + f.paid + f.returned, 'paid', f.paid, 'returned', f.returned, 'available', f.available)`;

const sumOf = (account: string, fund: Fund, asOf: LocalDate): Sql =>
  sql`coalesce((SELECT sum(e.amount) FROM ledger_entries e WHERE e.appropriation_id = a.id AND e.fund = ${fund}
    AND e.account = ${account} AND e.day <= ${asOf}), 0)::bigint`;

/**
 * Balances of a fund of appropriation `a`, whole kronor: as the database keeps them, or as the entries up to a day sum
 * to. A day's entries all count. Each account is a sum for itself, which is a range of the index and nothing to sort or to
 * group by; OFFSET 0 keeps PostgreSQL from making a sum again wherever it is shown.
 */
export function balancesJson(fund: Fund, asOf: LocalDate | null): Sql {
  if (asOf === null)
    return sql`(SELECT ${shown} FROM appropriation_funds f WHERE f.appropriation_id = a.id AND f.fund = ${fund})`;
  const sum = (account: string) => sumOf(account, fund, asOf);
  return sql`(SELECT ${shown} FROM (
    SELECT -${sum('source')} AS allocated, ${sum('available')} AS available, ${sum('reserved')} AS reserved,
      ${sum('unpaid')} AS unpaid, ${sum('paid')} AS paid, ${sum('returned')} AS returned OFFSET 0) f)`;
}

/** True for the entries `e` that had been posted by the end of the day. */
export function postedBy(asOf: LocalDate | null): Sql {
  return asOf === null ? sql`true` : sql`e.day <= ${asOf}`;
}
