import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { Clock } from '#platform/clock';
import { Database, sql, type Scope, type Sql } from '#platform/database';
import { newId } from '#platform/ids';
import type { Submission } from './submission.entity.js';

interface Submitted {
  id: string;
  organisationId: string;
}

const SUBJECTS: Record<Submission['subjectType'], Sql> = {
  application: sql`applications`,
  report: sql`reports`,
};

@Injectable()
export class SubmissionRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps what was signed: the content that the subject's row holds, which the caller has locked. The hash is of the
   * content as PostgreSQL writes it, so that it can be computed again there.
   */
  async freeze(
    subjectType: Submission['subjectType'],
    subject: Submitted,
    evidence: unknown,
    actor: Actor,
  ): Promise<{ number: number; contentSha256: string }> {
    const [frozen] = await this.database.execute<{ number: number; contentSha256: string }>(
      sql`INSERT INTO submissions (id, subject_type, subject_id, organisation_id, number, content, content_sha256, evidence,
            submitted_by, submitted_at)
          SELECT ${newId()}, ${subjectType}, ${subject.id}, ${subject.organisationId},
            1 + coalesce((SELECT max(number) FROM submissions WHERE subject_id = ${subject.id}), 0),
            content, encode(sha256(convert_to(content::text, 'UTF8')), 'hex'), ${JSON.stringify(evidence)}::jsonb,
            ${actor.userId}, ${this.clock.now()}
          FROM ${SUBJECTS[subjectType]} WHERE id = ${subject.id}
          RETURNING number, content_sha256 AS "contentSha256"`,
    );
    return frozen!;
  }

  /** The latest submission of a subject. */
  latest<Content, Evidence>(
    scope: Scope,
    subjectId: string,
  ): Promise<{ number: number; content: Content; evidence: Evidence; submittedAt: Date } | undefined> {
    return this.database.readOne(
      scope,
      sql`SELECT number, content, evidence, submitted_at AS "submittedAt" FROM submissions
          WHERE subject_id = ${subjectId} ORDER BY number DESC LIMIT 1`,
    );
  }
}
