import type { Schemas } from '../api/client.js';
import { useSession } from '../session/session.js';
import { declaredBy, isToBeAsked } from './interest.js';

/** How the reader stands to a case: whether they have said if they have an interest in it, and so may work in it. */
export function useStanding(one: Schemas['ApplicationDetail']) {
  const { user } = useSession();
  const declared = declaredBy(user?.id, one.interestDeclarations);
  const isAsked = isToBeAsked(one, declared);
  return { declared, isAsked, mayAct: !isAsked && declared !== 'possible' };
}

export type Standing = ReturnType<typeof useStanding>;
