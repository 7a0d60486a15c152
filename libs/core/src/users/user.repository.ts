import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { Audit } from '#platform/audit';
import { Clock } from '#platform/clock';
import { Database, sql, type Scope } from '#platform/database';
import { User } from './user.entity.js';

@Injectable()
export class UserRepository {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Adds accounts that are not there yet, told by their address. */
  async add(actor: Actor, users: readonly User[]): Promise<void> {
    for (const { id, personId, email, name, passwordHash, roles, organisationId, isActive } of users) {
      const insert = sql`INSERT INTO users (id, version, person_id, email, name, password_hash, roles, organisation_id, is_active)
        VALUES (${id}, 1, ${personId}, ${email}, ${name}, ${passwordHash}, ${roles}::text[], ${organisationId}::uuid, ${isActive})
        ON CONFLICT DO NOTHING RETURNING id, version, organisation_id`;
      const told = [{ id, data: { roles, organisationId, samePersonAs: null } }];
      const event = { subjectType: 'user', action: 'create', actor, at: this.clock.now(), told };
      await this.database.execute(this.audit.appendAfter(insert, event));
    }
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
