import { and, list, sql } from '#platform/database';
import { code, integer, money, text, type ExportKind } from './export-kind.js';

/**
 * Every appropriation and every commitment limit with its balances, summed from the ledger's entries up to the day:
 * allocated = available + reserved + committed, and committed = unpaid + paid + returned.
 */
export const appropriationFollowUpExport: ExportKind = {
  kind: 'appropriation-follow-up',
  columns: [
    text('appropriationCode'),
    text('appropriation'),
    integer('year'),
    code('fund', 'fund'),
    money('allocated'),
    money('available'),
    money('reserved'),
    money('committed'),
    money('unpaid'),
    money('paid'),
    money('returned'),
  ],
  key: ['appropriationCode', 'year', 'fund'],
  filters: ['year'],
  query({ year }, asOf) {
    const where = [
      ...(year === undefined ? [] : [sql`a.year = ${year}`]),
      ...(asOf === null ? [] : [sql`e.day <= ${asOf}`]),
    ];
    const sum = (...accounts: string[]) =>
      sql`coalesce(sum(e.amount) FILTER (WHERE e.account IN (${list(accounts.map((account) => sql`${account}`))})), 0)::bigint`;
    return {
      rows: sql`SELECT a.code AS "appropriationCode", a.name AS appropriation, a.year, e.fund, -${sum('source')} AS allocated,
        ${sum('available')} AS available, ${sum('reserved')} AS reserved, ${sum('unpaid', 'paid', 'returned')} AS committed,
        ${sum('unpaid')} AS unpaid, ${sum('paid')} AS paid, ${sum('returned')} AS returned
      FROM appropriations a JOIN ledger_entries e ON e.appropriation_id = a.id
      WHERE ${and(where)} GROUP BY a.id, e.fund`,
      order: sql`a.year, a.code, e.fund`,
    };
  },
};
