import type { Actor, Role } from '#domain/access/actor';
import type { User } from './user.entity.js';

/** Who is signed in. */
export interface SessionUser {
  id: string;
  personId: string;
  name: string;
  email: string;
  roles: Role[];
  organisation: { id: string; code: string | null; name: string; kind: string } | null;
  hasSecondFactor: boolean;
  /** When this session proved it last, as an instant; `null` where it has not. */
  provenAt: string | null;
  /** No session: a machine, by a key of this account. It ends after the day `expiresOn`. */
  key?: { id: string; scopes: string[]; expiresOn: string };
}

/** Who is signed in, and the random name of the session that says so. */
export interface Session {
  user: SessionUser;
  token: string;
}

export function actorOf(user: SessionUser): Actor {
  return {
    userId: user.id,
    personId: user.personId,
    roles: user.roles,
    organisationId: user.organisation?.id ?? null,
    ...(user.key && { key: user.key }),
  };
}

/** Whose account it is, where the clock acts in their name. */
export function actorOfAccount({ id, personId, roles, organisationId }: Omit<User, 'passwordHash'>): Actor {
  return { userId: id, personId, roles, organisationId };
}
