import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '#domain/access/actor';
import { organisationJson } from '#core/organisations';
import { Database, sql, type JsonText, type PageRequest } from '#platform/database';

export interface UserFilter {
  q?: string;
  role?: Role;
  organisationId?: string;
  isActive?: boolean;
}

const from = sql`users u LEFT JOIN organisations o ON o.id = u.organisation_id`;
/** Nothing of the password but whether there is one. */
const userJson = sql`json_build_object('id', u.id, 'personId', u.person_id, 'name', u.name, 'email', u.email, 'roles', u.roles,
  'organisation', CASE WHEN o.id IS NOT NULL THEN ${organisationJson} END, 'isActive', u.is_active,
  'isAnonymised', u.anonymised_at IS NOT NULL,
  'hasPassword', u.password_hash LIKE '$argon2%',
  'hasSecondFactor', EXISTS (SELECT FROM second_factors f WHERE f.user_id = u.id))`;

@Injectable()
export class UserQueries {
  constructor(private readonly database: Database) {}

  list(
    actor: Actor,
    { q, role, organisationId, isActive }: UserFilter,
    request: PageRequest,
  ): Promise<JsonText> {
    const where = [
      ...(q ? [sql`(strpos(lower(u.name), lower(${q})) > 0 OR strpos(u.email, lower(${q})) > 0)`] : []),
      ...(role ? [sql`${role} = ANY (u.roles)`] : []),
      ...(organisationId ? [sql`u.organisation_id = ${organisationId}::uuid`] : []),
      ...(isActive === undefined ? [] : [sql`u.is_active = ${isActive}::boolean`]),
    ];
    const sorts = {
      email: { by: sql`u.email`, type: 'text' as const },
      name: { by: sql`u.name COLLATE "sv-SE-x-icu"`, type: 'text' as const },
    };
    return this.database.page(
      actor,
      { item: userJson, from, where, id: sql`u.id`, sorts, defaultSort: 'email' },
      request,
    );
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT ${userJson}::text AS body, u.version FROM ${from} WHERE u.id = ${id}`,
    );
  }
}
