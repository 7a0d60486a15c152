import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { DomainError } from '#platform/errors';
import type { Actor } from '#domain/access/actor';
import { InterestDeclaration } from './interest-declaration.entity.js';

@Injectable()
export class InterestRepository {
  constructor(private readonly database: Database) {}

  async insert(declaration: InterestDeclaration): Promise<void> {
    await this.database.manager
      .createQueryBuilder()
      .insert()
      .into(InterestDeclaration)
      .values(declaration)
      .execute();
  }

  /** Nobody with a declared interest acts in the case (förvaltningslagen 16–17 §§). */
  async refuse(actor: Actor, applicationId: string): Promise<void> {
    const [row] = await this.database.execute<{ hasInterest: boolean }>(
      sql`SELECT has_interest(${applicationId}, ${actor.personId}) AS "hasInterest"`,
    );
    if (row!.hasInterest) throw new DomainError('conflictOfInterest');
  }

  /** The same, of the case that a decision belongs to. */
  async refuseForDecision(actor: Actor, decisionId: string): Promise<void> {
    const [row] = await this.database.execute<{ applicationId: string }>(
      sql`SELECT application_id AS "applicationId" FROM decisions WHERE id = ${decisionId}`,
    );
    await this.refuse(actor, row!.applicationId);
  }
}
