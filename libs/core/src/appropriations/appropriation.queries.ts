import { Injectable } from '@nestjs/common';
import { Database, sql, type JsonText, type PageRequest, type Scope } from '#platform/database';

const balances = sql`'allocated', f.allocated, 'reserved', f.reserved, 'committed', f.unpaid + f.paid + f.returned, 'paid', f.paid,
  'returned', f.returned, 'available', f.available`;

const appropriationJson = sql`jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name, 'year', a.year)
  || (SELECT jsonb_build_object(${balances}) FROM appropriation_funds f
      WHERE f.appropriation_id = a.id AND f.fund = 'appropriation')
  || jsonb_build_object('commitmentLimit', (SELECT jsonb_build_object(${balances}) FROM appropriation_funds f
      WHERE f.appropriation_id = a.id AND f.fund = 'commitmentLimit'))`;

@Injectable()
export class AppropriationQueries {
  constructor(private readonly database: Database) {}

  list(scope: Scope, filter: { year?: number }, request: PageRequest): Promise<JsonText> {
    const where = filter.year === undefined ? [] : [sql`a.year = ${filter.year}`];
    const sorts = {
      year: { by: sql`a.year::bigint`, type: 'bigint' as const },
      code: { by: sql`a.code`, type: 'text' as const },
    };
    const query = {
      item: appropriationJson,
      from: sql`appropriations a`,
      where,
      id: sql`a.id`,
      sorts,
      defaultSort: '-year',
    };
    return this.database.page(scope, query, request);
  }

  one(scope: Scope, id: string): Promise<JsonText> {
    return this.database.document(
      scope,
      sql`SELECT (${appropriationJson})::text AS body, a.version FROM appropriations a WHERE a.id = ${id}`,
    );
  }

  /** Balances of the year and of the limit per later year, with every entry behind them. Whole kronor. */
  ledger(scope: Scope, id: string): Promise<JsonText> {
    return this.database.document(
      scope,
      sql`SELECT (${appropriationJson} || jsonb_build_object(
          'futureYears', coalesce((SELECT jsonb_agg(jsonb_build_object('year', year, 'reserved', reserved, 'committed', committed)
            ORDER BY year) FROM (SELECT year, coalesce(sum(amount) FILTER (WHERE account = 'reserved'), 0) AS reserved,
              coalesce(sum(amount) FILTER (WHERE account IN ('unpaid', 'paid', 'returned')), 0) AS committed
            FROM ledger_entries WHERE appropriation_id = a.id AND fund = 'commitmentLimit' AND year > a.year GROUP BY year) y), '[]'),
          'entries', coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'transactionId', t.id, 'act', t.act,
            'subjectType', t.subject_type, 'subjectId', t.subject_id, 'day', t.day, 'postedAt', audit_time(t.posted_at),
            'fund', e.fund, 'account', e.account, 'year', e.year, 'amount', e.amount) ORDER BY e.id)
            FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
            WHERE e.appropriation_id = a.id), '[]')))::text AS body, a.version
          FROM appropriations a WHERE a.id = ${id}`,
    );
  }
}
