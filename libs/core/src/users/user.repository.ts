import { Injectable } from '@nestjs/common';
import { Database, sql, type Scope } from '#platform/database';
import { User } from './user.entity.js';

@Injectable()
export class UserRepository {
  constructor(private readonly database: Database) {}

  /** Adds accounts that are not there yet, told by their address. */
  async add(users: User[]): Promise<void> {
    await this.database.manager.createQueryBuilder().insert().orIgnore().into(User).values(users).execute();
  }

  findByEmail(scope: Scope, email: string): Promise<User | undefined> {
    return this.database.readOne(
      scope,
      sql`SELECT id, person_id AS "personId", email, name, roles, organisation_id AS "organisationId", is_active AS "isActive"
          FROM users WHERE email = ${email}`,
    );
  }

  findByIds(scope: Scope, ids: readonly string[]): Promise<User[]> {
    return this.database.read(
      scope,
      sql`SELECT id, person_id AS "personId", email, name, roles, organisation_id AS "organisationId", is_active AS "isActive"
          FROM users WHERE id = ANY(${ids}::uuid[])`,
    );
  }

  findById(scope: Scope, id: string): Promise<User | undefined> {
    return this.database.readOne(
      scope,
      sql`SELECT id, person_id AS "personId", email, name, roles, organisation_id AS "organisationId", is_active AS "isActive"
          FROM users WHERE id = ${id}`,
    );
  }
}
