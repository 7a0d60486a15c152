import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { thinningLifecycle, type ThinningStatus } from '#domain/retention/thinning.lifecycle';
import { actionsJson } from '#core/access';
import { organisationJson } from '#core/organisations';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';
import { NotFound } from '#platform/errors';

export interface ThinningFilter {
  status?: ThinningStatus;
  programmeCode?: string;
}

export const THINNING_STATUSES = thinningLifecycle.states;

const from = sql`thinnings n`;

/** Who proposed is not offered the approval. */
function thinningJson(actor: Actor): Sql {
  const actions = sql`(${actionsJson(thinningLifecycle, actor)} -> n.status)`;
  return sql`json_build_object('id', n.id, 'status', n.status, 'programmeCode', n.programme_code, 'material', n.material,
    'rule', n.rule, 'latestEvent', n.latest_event, 'listedAt', audit_time(n.listed_at),
    'count', (SELECT count(*) FROM thinning_items i WHERE i.thinning_id = n.id),
    'thinned', (SELECT count(*) FROM thinning_items i WHERE i.thinning_id = n.id AND i.outcome = 'thinned'),
    'proposedBy', n.proposed_by, 'proposedAt', audit_time(n.proposed_at), 'decidedBy', n.decided_by,
    'decidedAt', audit_time(n.decided_at), 'carriedOutAt', audit_time(n.carried_out_at), 'note', n.note,
    'actions', CASE WHEN n.proposed_by_person = ${actor.personId} THEN ${actions} - 'approve' ELSE ${actions} END)`;
}

/** What is of a draft and its recipient's alone is told by its id and its organisation, and nothing else. */
const itemJson = sql`json_build_object('applicationId', i.application_id, 'registryNumber', a.registry_number,
  'organisation', ${organisationJson}, 'eventOn', i.event_on, 'outcome', i.outcome, 'files', coalesce(i.files, '[]'))`;

@Injectable()
export class ThinningQueries {
  constructor(private readonly database: Database) {}

  list(actor: Actor, filter: ThinningFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      ...(filter.status ? [sql`n.status = ${filter.status}`] : []),
      ...(filter.programmeCode ? [sql`n.programme_code = ${filter.programmeCode}`] : []),
    ];
    const sorts = { listedAt: { by: sql`n.listed_at`, type: 'timestamptz' as const } };
    const item = thinningJson(actor);
    return this.database.page(
      actor,
      { item, from, where, id: sql`n.id`, sorts, defaultSort: '-listedAt' },
      request,
    );
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT ${thinningJson(actor)}::text AS body, n.version FROM ${from} WHERE n.id = ${id}`,
    );
  }

  async items(actor: Actor, id: string, request: PageRequest): Promise<JsonText> {
    const found = await this.database.readOne(actor, sql`SELECT id FROM thinnings WHERE id = ${id}`);
    if (!found) throw new NotFound();
    const query = {
      item: itemJson,
      from: sql`thinning_items i JOIN applications a ON a.id = i.application_id JOIN organisations o ON o.id = i.organisation_id`,
      where: [sql`i.thinning_id = ${id}`],
      id: sql`i.application_id`,
      sorts: { eventOn: { by: sql`i.event_on`, type: 'date' as const } },
      defaultSort: 'eventOn',
    };
    return this.database.page(actor, query, request);
  }
}
