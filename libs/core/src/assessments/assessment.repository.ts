import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { Assessment } from './assessment.entity.js';

/** What keeps a person from deciding a case: having assessed it or judged a finding of it, or an interest in it. */
export interface Ties {
  hasAssessed: boolean;
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
      sql`SELECT EXISTS (SELECT FROM assessments WHERE application_id = d.application_id AND person_id = ${personId})
            OR EXISTS (SELECT FROM judgements WHERE application_id = d.application_id AND person_id = ${personId})
            AS "hasAssessed", has_interest(d.application_id, ${personId}) AS "hasInterest"
          FROM decisions d WHERE d.id = ${decisionId}`,
    );
    return ties;
  }
}
