import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { Assessment } from './assessment.entity.js';

/** What keeps a person from deciding a case: having prepared it (assessed it, judged a finding, proposed a decision), or an interest in it. */
export interface Ties {
  hasPrepared: boolean;
  hasInterest: boolean;
}

@Injectable()
export class AssessmentRepository {
  constructor(private readonly database: Database) {}

  async insert(assessment: Assessment): Promise<void> {
    await this.database.manager.createQueryBuilder().insert().into(Assessment).values(assessment).execute();
  }

  /** Of the decision's case; `undefined` where there is no such decision. */
  async tiesTo(decisionId: string, personId: string): Promise<Ties | undefined> {
    const [ties] = await this.database.execute<Ties>(
      sql`SELECT has_prepared(d.application_id, ${personId}) AS "hasPrepared",
            has_interest(d.application_id, ${personId}) AS "hasInterest"
          FROM decisions d WHERE d.id = ${decisionId}`,
    );
    return ties;
  }
}
