import type { Actor } from '#domain/access/actor';
import type { Permission } from '#domain/access/permissions';
import { decideAccess, type Owned } from '#domain/access/policy';
import { findLifecycle } from '#domain/lifecycles';
import { Forbidden, IllegalTransition, NotFound } from '#platform/errors';

interface Subject extends Partial<Owned> {
  status?: string;
}

/**
 * May the actor do this to that, and may it be done now? Another organisation's case is not found; a step that the
 * lifecycle does not have from where the case stands is refused before any rule is asked.
 */
export function authorise(actor: Actor, permission: Permission, subject: Subject = {}): void {
  const owned = subject.organisationId === undefined ? undefined : { organisationId: subject.organisationId };
  const access = decideAccess(actor, permission, owned);
  if (access === 'notFound') throw new NotFound();
  if (access === 'forbidden') throw new Forbidden();
  const [name, action] = permission.split('.') as [string, string];
  const lifecycle = findLifecycle(name);
  const isStep = lifecycle?.edges().some((edge) => edge.action === action);
  if (lifecycle && isStep && subject.status !== undefined && !lifecycle.next(subject.status, action))
    throw new IllegalTransition(name, subject.status, action);
}
