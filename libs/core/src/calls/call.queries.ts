import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { seesAllCases } from '#domain/access/actor';
import { callLifecycle, type CallStatus } from '#domain/calls/call.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import { actionsJson } from '#core/access';
import { Clock } from '#platform/clock';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';

export const CALL_STATUSES = callLifecycle.states;

@Injectable()
export class CallQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(
    actor: Actor,
    { status, year }: { status?: CallStatus; year?: number },
    request: PageRequest,
  ): Promise<JsonText> {
    const where = [
      visibleTo(actor),
      ...(status ? [sql`c.status = ${status}`] : []),
      ...(year === undefined ? [] : [sql`${year} = ANY (c.years)`]),
    ];
    const sorts = {
      opensOn: { by: sql`c.opens_on`, type: 'date' as const },
      closesOn: { by: sql`c.closes_on`, type: 'date' as const },
      title: { by: sql`c.title`, type: 'text' as const },
    };
    const item = callJson(actor, this.clock.today());
    const query = { item, from: sql`calls c`, where, id: sql`c.id`, sorts, defaultSort: '-opensOn' };
    return this.database.page(actor, query, request);
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT ${callJson(actor, this.clock.today())}::text AS body, c.version FROM calls c
          WHERE c.id = ${id} AND ${visibleTo(actor)}`,
    );
  }
}

/** Recipients see a call when it is published. */
function visibleTo(actor: Actor): Sql {
  return seesAllCases(actor) ? sql`true` : sql`c.status <> 'draft'`;
}

function callJson(actor: Actor, today: LocalDate): Sql {
  return sql`json_build_object('id', c.id, 'status', c.status, 'programmeCode', c.programme_code,
    'wordingFrom', c.wording_from, 'title', c.title, 'opensOn', c.opens_on, 'closesOn', c.closes_on, 'step', c.step,
    'years', c.years, 'appropriationCode', c.appropriation_code,
    'budget', coalesce((SELECT json_agg(json_build_object('year', b.year, 'amount', b.amount) ORDER BY b.year)
      FROM call_budgets b WHERE b.call_id = c.id), '[]'),
    'isOpen', c.status = 'published' AND ${today}::date BETWEEN c.opens_on AND c.closes_on,
    'actions', ${actionsJson(callLifecycle, actor)} -> c.status)`;
}
