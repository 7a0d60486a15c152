import type { Lifecycle } from '../shared/lifecycle.js';
import { seesAllCases, type Actor } from './actor.js';
import { permissions, type Permission } from './permissions.js';

/** A thing that belongs to a recipient. */
export interface Owned {
  organisationId: string;
}

export function hasPermission(actor: Actor, permission: Permission): boolean {
  if (actor.key && !actor.key.scopes.includes(permission)) return false;
  const roles: readonly string[] = permissions[permission];
  return actor.roles.some((role) => role === 'system' || roles.includes(role));
}

/** `notFound` for another organisation's case, so that nobody learns that it exists. */
export function decideAccess(
  actor: Actor,
  permission: Permission,
  subject?: Owned,
): 'allowed' | 'forbidden' | 'notFound' {
  if (subject && !seesAllCases(actor) && subject.organisationId !== actor.organisationId) return 'notFound';
  return hasPermission(actor, permission) ? 'allowed' : 'forbidden';
}

/** The actions that the actor may take, by status: what the API sends as `actions`. */
export function actionsByStatus(lifecycle: Lifecycle, actor: Actor): Record<string, string[]> {
  const mayDo = (action: string) => {
    const permission = `${lifecycle.subject}.${action}`;
    return permission in permissions && hasPermission(actor, permission as Permission);
  };
  return Object.fromEntries(
    lifecycle.states.map((state) => [state, lifecycle.actionsFrom(state).filter(mayDo)]),
  );
}
