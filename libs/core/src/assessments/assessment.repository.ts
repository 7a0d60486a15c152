import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Assessment } from './assessment.entity.js';

@Injectable()
export class AssessmentRepository {
  constructor(private readonly database: Database) {}

  async insert(assessment: Assessment): Promise<void> {
    await this.database.manager.createQueryBuilder().insert().into(Assessment).values(assessment).execute();
  }

  /** Whether the person has assessed the case: then another must decide it. */
  hasAssessed(applicationId: string, personId: string): Promise<boolean> {
    return this.database.manager.getRepository(Assessment).existsBy({ applicationId, personId });
  }
}
