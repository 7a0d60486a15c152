import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '#domain/access/actor';
import { Database, sql, type JsonText, type PageRequest } from '#platform/database';

export interface ColleagueFilter {
  role?: Role;
}

@Injectable()
export class ColleagueQueries {
  constructor(private readonly database: Database) {}

  /**
   * The people one works with: the agency's, whose names are public, and those of one's own organisation. Those who have
   * left too, for their names still stand on what they did.
   */
  list(actor: Actor, { role }: ColleagueFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      sql`(u.organisation_id IS NULL OR u.organisation_id = ${actor.organisationId}::uuid)`,
      ...(role ? [sql`${role} = ANY (u.roles)`] : []),
    ];
    return this.database.page(
      actor,
      {
        item: sql`json_build_object('id', u.id, 'name', u.name, 'roles', u.roles, 'isActive', u.is_active)`,
        from: sql`users u`,
        where,
        id: sql`u.id`,
        sorts: { name: { by: sql`u.name`, type: 'text' as const } },
        defaultSort: 'name',
      },
      request,
    );
  }
}
