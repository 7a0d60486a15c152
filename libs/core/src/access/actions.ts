import type { Actor } from '#domain/access/actor';
import { actionsByStatus } from '#domain/access/policy';
import type { Lifecycle } from '#domain/shared/lifecycle';
import { sql, type Sql } from '#platform/database';

/** The actor's actions by status, for a query to look up: `actionsJson(lifecycle, actor) -> status`. */
export function actionsJson<State extends string>(lifecycle: Lifecycle<State>, actor: Actor): Sql {
  return sql`${JSON.stringify(actionsByStatus(lifecycle, actor))}::jsonb`;
}
