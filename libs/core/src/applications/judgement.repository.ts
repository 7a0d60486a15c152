import { Injectable } from '@nestjs/common';
import type { Judgement } from '#domain/applications/judgement';
import { Database, sql, type Scope } from '#platform/database';
import type { JudgementRow } from './judgement.entity.js';

@Injectable()
export class JudgementRepository {
  constructor(private readonly database: Database) {}

  async insert(judgement: JudgementRow): Promise<void> {
    const { id, applicationId, organisationId, userId, personId, findingCode, path } = judgement;
    const { computed, outcome, motive, finding, judgedAt } = judgement;
    await this.database.execute(
      sql`INSERT INTO judgements (id, application_id, organisation_id, user_id, person_id, finding_code, path, computed,
            outcome, motive, finding, judged_at)
          VALUES (${id}, ${applicationId}, ${organisationId}, ${userId}, ${personId}, ${findingCode}, ${path}, ${computed},
            ${outcome}, ${motive}, ${JSON.stringify(finding)}::jsonb, ${judgedAt})`,
    );
  }

  /** Every judgement of the case that the reader may see, in order of time. */
  of(scope: Scope, applicationId: string): Promise<Judgement[]> {
    return this.database.read<Judgement>(
      scope,
      sql`SELECT finding_code AS "findingCode", path, computed, outcome, motive, user_id AS "judgedBy",
            audit_time(judged_at) AS "judgedAt" FROM judgements
          WHERE application_id = ${applicationId} ORDER BY judgements.judged_at, id`,
    );
  }

  /** What officers have answered with met, without their motives: for a recipient who completes. */
  excused(applicationId: string): Promise<Judgement[]> {
    return this.database.execute<Judgement>(
      sql`SELECT finding_code AS "findingCode", path, computed, 'met' AS outcome, '' AS motive, judged_by AS "judgedBy",
            audit_time(judged_at) AS "judgedAt" FROM excused_findings(${applicationId})`,
    );
  }
}
