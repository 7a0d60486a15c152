import type { Role } from '#domain/access/actor';
import { queries, type Schemas } from '../api/client.js';

export type Colleague = Schemas['ColleagueView'];

/** Who works here, and what each is called. Somebody who is not among them, as a recipient's person, has no name here. */
export function useColleagues() {
  const { data } = queries.useQuery(
    'get',
    '/api/v1/colleagues',
    { params: { query: { limit: 200 } } },
    { staleTime: 5 * 60_000 },
  );
  const all: readonly Colleague[] = data?.items ?? [];
  return {
    /** Those with the role who still work here. */
    in: (role: Role) => all.filter(({ roles, isActive }) => isActive && roles.includes(role as never)),
    name: (id: string | null | undefined) => all.find((each) => each.id === id)?.name,
  };
}
