import { seesAllCases, type Actor } from '#domain/access/actor';
import { actionsByStatus } from '#domain/access/policy';
import type { Lifecycle } from '#domain/shared/lifecycle';
import { sql, type Sql } from '#platform/database';

const DECLARE = 'declare-conflict-of-interest';

/** By lifecycle and roles: there are few of either, and every answer asks. Keys for machines are as many as people like. */
const known = new Map<string, string>();

/** The actor's actions by status, for a query to look up: `actionsJson(lifecycle, actor) -> status`. */
export function actionsJson<State extends string>(lifecycle: Lifecycle<State>, actor: Actor): Sql {
  if (actor.key) return sql`${JSON.stringify(actionsByStatus(lifecycle, actor))}::jsonb`;
  const key = `${lifecycle.subject} ${actor.roles.join(' ')}`;
  const actions = known.get(key) ?? JSON.stringify(actionsByStatus(lifecycle, actor));
  known.set(key, actions);
  return sql`${actions}::jsonb`;
}

/** The same for a row of a case: who declared an interest in it is offered nothing, but to declare again. */
export function caseActionsJson<State extends string>(
  lifecycle: Lifecycle<State>,
  actor: Actor,
  { status, applicationId }: { status: Sql; applicationId: Sql },
): Sql {
  const actions = sql`(${actionsJson(lifecycle, actor)} -> ${status})`;
  if (!seesAllCases(actor)) return actions;
  return sql`CASE WHEN NOT has_interest(${applicationId}, ${actor.personId}) THEN ${actions}
    WHEN ${actions} ? ${DECLARE} THEN jsonb_build_array(${DECLARE}::text) ELSE '[]'::jsonb END`;
}
