import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/shared/local-date';
import { happenedBy } from '#platform/audit';
import { Database, sql, type JsonText, type PageRequest, type Scope, type Sql } from '#platform/database';
import { Invalid } from '#platform/errors';
import { balancesJson, postedBy } from './balances.js';

export interface AppropriationFilter {
  year?: number;
  code?: string;
  asOf?: LocalDate;
}

export interface LedgerRequest {
  asOf?: LocalDate;
  /** Of the entries, not of the balances. */
  year?: number;
  limit: number;
  /** The last entry of the page before. */
  cursor?: string;
}

const appropriationJson = (asOf: LocalDate | null): Sql =>
  sql`jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name, 'year', a.year)
  || ${balancesJson('appropriation', asOf)}
  || jsonb_build_object('commitmentLimit', ${balancesJson('commitmentLimit', asOf)})`;

const amendmentJson = sql`json_build_object('id', m.id, 'appropriationId', m.appropriation_id, 'number', m.number,
  'kind', m.kind, 'counterpartId', m.counterpart_id,
  'letterReference', m.letter_reference, 'decidedOn', m.decided_on, 'reason', m.reason,
  'amount', json_build_object('before', m.amount_before, 'after', m.amount_after),
  'commitmentLimit', json_build_object('before', m.commitment_limit_before, 'after', m.commitment_limit_after),
  'amendedBy', m.amended_by, 'amendedAt', audit_time(m.amended_at))`;

/** An appropriation that was not there on the day is not told of. */
const existed = (asOf: LocalDate | null): Sql => happenedBy(sql`a.created_at`, asOf);

@Injectable()
export class AppropriationQueries {
  constructor(private readonly database: Database) {}

  list(scope: Scope, { year, code, asOf }: AppropriationFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      ...(asOf === undefined ? [] : [existed(asOf)]),
      ...(year === undefined ? [] : [sql`a.year = ${year}`]),
      ...(code === undefined ? [] : [sql`a.code = ${code}`]),
    ];
    const sorts = {
      year: { by: sql`a.year::bigint`, type: 'bigint' as const },
      code: { by: sql`a.code`, type: 'text' as const },
    };
    const query = {
      item: appropriationJson(asOf ?? null),
      from: sql`appropriations a`,
      where,
      id: sql`a.id`,
      sorts,
      defaultSort: '-year',
    };
    return this.database.page(scope, query, request);
  }

  one(scope: Scope, id: string, asOf: LocalDate | null = null): Promise<JsonText> {
    return this.database.document(
      scope,
      sql`SELECT (${appropriationJson(asOf)})::text AS body, a.version FROM appropriations a
          WHERE a.id = ${id} AND ${existed(asOf)}`,
    );
  }

  /** The letters that amended an appropriation, in order. */
  async amendments(scope: Scope, id: string, request: PageRequest): Promise<JsonText> {
    await this.one(scope, id);
    const sorts = { number: { by: sql`m.number::bigint`, type: 'bigint' as const } };
    const query = {
      item: amendmentJson,
      from: sql`appropriation_amendments m`,
      where: [sql`m.appropriation_id = ${id}`],
      id: sql`m.id`,
      sorts,
      defaultSort: 'number',
    };
    return this.database.page(scope, query, request);
  }

  amendment(scope: Scope, id: string, amendmentId: string): Promise<JsonText> {
    return this.database.document(
      scope,
      sql`SELECT ${amendmentJson}::text AS body, m.version FROM appropriation_amendments m
          WHERE m.id = ${amendmentId} AND m.appropriation_id = ${id}`,
    );
  }

  /** Balances of the year and of the limit per later year, with the entries behind them in order. Whole kronor. */
  ledger(scope: Scope, id: string, request: LedgerRequest): Promise<JsonText> {
    const { asOf = null, year, limit } = request;
    const after = afterCursor(request.cursor);
    const chosen = sql`e.appropriation_id = a.id AND ${postedBy(asOf)}
      ${year === undefined ? sql`` : sql`AND e.year = ${year}`}`;
    return this.database.document(
      scope,
      sql`SELECT (${appropriationJson(asOf)} || jsonb_build_object(
          'futureYears', coalesce((SELECT jsonb_agg(jsonb_build_object('year', year, 'reserved', reserved, 'committed', committed)
            ORDER BY year) FROM (SELECT year, coalesce(sum(amount) FILTER (WHERE account = 'reserved'), 0) AS reserved,
              coalesce(sum(amount) FILTER (WHERE account IN ('unpaid', 'paid', 'returned')), 0) AS committed
            FROM ledger_entries e WHERE e.appropriation_id = a.id AND e.fund = 'commitmentLimit' AND e.year > a.year
              AND ${postedBy(asOf)} GROUP BY year) y), '[]'),
          'entries', coalesce(page.items, '[]'), 'total', (SELECT count(*) FROM ledger_entries e WHERE ${chosen}),
          'nextCursor', CASE WHEN page.n > ${limit} THEN page.last::text END))::text AS body, a.version
        FROM appropriations a CROSS JOIN LATERAL (
          SELECT count(*) AS n, max(e.id) FILTER (WHERE e.place <= ${limit}) AS last,
            jsonb_agg(jsonb_build_object('id', e.id, 'transactionId', t.id, 'act', t.act,
              'subjectType', t.subject_type, 'subjectId', t.subject_id, 'day', t.day, 'postedAt', audit_time(t.posted_at),
              'fund', e.fund, 'account', e.account, 'year', e.year, 'amount', e.amount) ORDER BY e.id)
              FILTER (WHERE e.place <= ${limit}) AS items
          FROM (SELECT e.*, row_number() OVER (ORDER BY e.id) AS place FROM ledger_entries e
            WHERE ${chosen} AND e.id > ${after} ORDER BY e.id LIMIT ${limit + 1}) e
          JOIN ledger_transactions t ON t.id = e.transaction_id) page
        WHERE a.id = ${id} AND ${existed(asOf)}`,
    );
  }
}

function afterCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,15}$/.test(cursor)) throw new Invalid([{ code: 'invalidCursor', path: 'cursor' }]);
  return Number(cursor);
}
