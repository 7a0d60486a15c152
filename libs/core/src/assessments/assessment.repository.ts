import { Injectable } from '@nestjs/common';
import { JudgementRow } from '#core/applications';
import { Database } from '#platform/database';
import { Assessment } from './assessment.entity.js';

@Injectable()
export class AssessmentRepository {
  constructor(private readonly database: Database) {}

  async insert(assessment: Assessment): Promise<void> {
    await this.database.manager.createQueryBuilder().insert().into(Assessment).values(assessment).execute();
  }

  /** Whether the person has assessed the case, or judged a finding of it: then another must decide it. */
  async hasAssessed(applicationId: string, personId: string): Promise<boolean> {
    const { manager } = this.database;
    const which = { applicationId, personId };
    return (
      (await manager.getRepository(Assessment).existsBy(which)) ||
      (await manager.getRepository(JudgementRow).existsBy(which))
    );
  }
}
