import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { Assessment } from './assessment.entity.js';

@Injectable()
export class AssessmentRepository {
  constructor(private readonly database: Database) {}

  async insert(assessment: Assessment): Promise<void> {
    await this.database.manager.createQueryBuilder().insert().into(Assessment).values(assessment).execute();
  }

  /** What keeps a person from deciding the case: having assessed it or judged a finding of it, or an interest in it. */
  async tiesTo(
    applicationId: string,
    personId: string,
  ): Promise<{ hasAssessed: boolean; hasInterest: boolean }> {
    const [ties] = await this.database.execute<{ hasAssessed: boolean; hasInterest: boolean }>(
      sql`SELECT EXISTS (SELECT FROM assessments WHERE application_id = ${applicationId} AND person_id = ${personId})
            OR EXISTS (SELECT FROM judgements WHERE application_id = ${applicationId} AND person_id = ${personId})
            AS "hasAssessed", has_interest(${applicationId}, ${personId}) AS "hasInterest"`,
    );
    return ties!;
  }
}
