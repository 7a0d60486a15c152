import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/shared/local-date';
import { organisationJson } from '#core/organisations';
import { happenedBy } from '#platform/audit';
import { Database, sql, type JsonText, type PageRequest, type Scope, type Sql } from '#platform/database';
import { Invalid } from '#platform/errors';
import { balancesJson, postedBy } from './balances.js';
import type { Fund } from './fund-holders.js';

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

  /** Whose cases hold money of it, of its own year and of what it promises for later ones, those that hold most first. */
  async holders(scope: Scope, id: string): Promise<JsonText> {
    await this.one(scope, id);
    const held = (
      fund: Fund,
    ): Sql => sql`jsonb_build_object('reserved', coalesce(sum(reserved) FILTER (WHERE fund = ${fund}), 0),
      'unpaid', coalesce(sum(unpaid) FILTER (WHERE fund = ${fund}), 0), 'paid', coalesce(sum(paid) FILTER (WHERE fund = ${fund}), 0))`;
    return this.database.document(
      scope,
      sql`SELECT jsonb_build_object('items', coalesce(jsonb_agg(jsonb_build_object('applicationId', a.id, 'decisionId', d.id,
          'status', d.status, 'registryNumber', a.registry_number, 'title', a.content->>'title', 'organisation', ${organisationJson},
          'appropriation', h.own, 'commitmentLimit', h.later) ORDER BY h.sum DESC, a.id), '[]'))::text AS body
        FROM (SELECT application_id, sum(reserved + unpaid + paid) AS sum, ${held('appropriation')} AS own,
            ${held('commitmentLimit')} AS later FROM ledger_holdings WHERE appropriation_id = ${id} GROUP BY application_id
          HAVING sum(reserved + unpaid + paid) > 0) h
        JOIN applications a ON a.id = h.application_id JOIN organisations o ON o.id = a.organisation_id
        JOIN LATERAL (SELECT id, status FROM decisions WHERE application_id = a.id
          ORDER BY status <> 'approved', proposed_at DESC LIMIT 1) d ON true`,
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
