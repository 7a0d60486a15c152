import type { Actor, Role } from '#domain/access/actor';

/** Who is signed in. */
export interface SessionUser {
  id: string;
  personId: string;
  name: string;
  email: string;
  roles: Role[];
  organisation: { id: string; code: string | null; name: string; kind: string } | null;
}

export function actorOf(user: SessionUser): Actor {
  return {
    userId: user.id,
    personId: user.personId,
    roles: user.roles,
    organisationId: user.organisation?.id ?? null,
  };
}
