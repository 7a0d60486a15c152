import { Injectable } from '@nestjs/common';
import { ApplicationRepository, type Application } from '#core/applications';
import { Database, sql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { DecisionYear } from './decision-year.entity.js';
import { Decision } from './decision.entity.js';

@Injectable()
export class DecisionRepository {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
  ) {}

  /** The case first, then the decision: everyone takes the locks in the same order. */
  async getForUpdate(id: string): Promise<{ application: Application; decision: Decision }> {
    const [found] = await this.database.execute<{ applicationId: string }>(
      sql`SELECT application_id AS "applicationId" FROM decisions WHERE id = ${id}`,
    );
    if (!found) throw new NotFound();
    const application = await this.applications.getForUpdate(found.applicationId);
    return { application, decision: await this.database.lock(Decision, id) };
  }

  yearsForUpdate(decisionId: string): Promise<DecisionYear[]> {
    return this.database.manager
      .createQueryBuilder(DecisionYear, 'year')
      .setLock('pessimistic_write')
      .where('year.decision_id = :decisionId', { decisionId })
      .orderBy('year.year')
      .getMany();
  }
}
