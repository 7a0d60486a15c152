import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { seesAllCases } from '#domain/access/actor';
import { callLifecycle, type CallStatus } from '#domain/calls/call.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import { actionsJson } from '#core/access';
import { Clock } from '#platform/clock';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';

export const CALL_STATUSES = callLifecycle.states;

/** Anyone asks, so nobody's scope. */
const EVERYTHING = { organisationId: null };
const PUBLISHED = sql`c.status <> 'draft'`;

const SORTS = {
  opensOn: { by: sql`c.opens_on`, type: 'date' as const },
  closesOn: { by: sql`c.closes_on`, type: 'date' as const },
  title: { by: sql`c.title`, type: 'text' as const },
};

export interface PublishedFilter {
  isOpen?: boolean;
  programmeCode?: string;
}

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
    const item = callJson(actor, this.clock.today());
    const query = { item, from: sql`calls c`, where, id: sql`c.id`, sorts: SORTS, defaultSort: '-opensOn' };
    return this.database.page(actor, query, request);
  }

  /** For anyone: calls that are or were published, and the empty form of each. */
  published({ isOpen, programmeCode }: PublishedFilter, request: PageRequest): Promise<JsonText> {
    const today = this.clock.today();
    const open = openOn(today);
    const where = [
      PUBLISHED,
      ...(isOpen === undefined ? [] : [isOpen ? open : sql`NOT ${open}`]),
      ...(programmeCode === undefined ? [] : [sql`c.programme_code = ${programmeCode}`]),
    ];
    const query = {
      item: publicJson(today),
      from: sql`calls c`,
      where,
      id: sql`c.id`,
      sorts: SORTS,
      defaultSort: '-opensOn',
    };
    return this.database.page(EVERYTHING, query, request);
  }

  publishedOne(id: string): Promise<JsonText> {
    return this.database.document(
      EVERYTHING,
      sql`SELECT ${publicJson(this.clock.today())}::text AS body FROM calls c WHERE c.id = ${id} AND ${PUBLISHED}`,
    );
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
  return seesAllCases(actor) ? sql`true` : PUBLISHED;
}

const openOn = (today: LocalDate): Sql =>
  sql`(c.status = 'published' AND ${today}::date BETWEEN c.opens_on AND c.closes_on)`;

const shown = (
  today: LocalDate,
): Sql => sql`'id', c.id, 'status', c.status, 'programmeCode', c.programme_code,
    'wordingFrom', c.wording_from, 'title', c.title, 'opensOn', c.opens_on, 'closesOn', c.closes_on, 'step', c.step,
    'years', c.years, 'budget', coalesce((SELECT json_agg(json_build_object('year', b.year, 'amount', b.amount) ORDER BY b.year)
      FROM call_budgets b WHERE b.call_id = c.id), '[]'),
    'isOpen', ${openOn(today)}`;

function callJson(actor: Actor, today: LocalDate): Sql {
  return sql`json_build_object(${shown(today)}, 'appropriationCode', c.appropriation_code,
    'actions', ${actionsJson(callLifecycle, actor)} -> c.status)`;
}

function publicJson(today: LocalDate): Sql {
  return sql`json_build_object(${shown(today)},
    'applicationFormPdf', '/api/v1/public/calls/' || c.id || '/application-form.pdf')`;
}
