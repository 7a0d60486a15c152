import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { LocalDate } from '#domain/shared/local-date';
import { happenedBy } from '#platform/audit';
import { Clock } from '#platform/clock';
import { Database, sql, trusted, type Scope, type Sql } from '#platform/database';
import { newId } from '#platform/ids';
import type { Submission } from './submission.entity.js';

interface Submitted {
  id: string;
  organisationId: string;
}

/** The number that the next submission has, and what of. */
export interface NextSubmission {
  number: number;
  contentSha256: string;
}

const SUBJECTS: Record<Submission['subjectType'], Sql> = {
  application: sql`applications`,
  report: sql`reports`,
};

/**
 * What is read of an application or a report, by its alias: by the agency what was handed in, by its recipient also what is not
 * yet.
 */
export const contentFor = (scope: Scope, alias: 'a' | 'r'): Sql =>
  scope.organisationId === null
    ? sql`${trusted(alias)}.content`
    : sql`coalesce(${trusted(alias)}.draft, ${trusted(alias)}.content)`;

/** What an application or a report, by its alias, told by the end of a day: what was last handed in by then. */
export const contentAsOf = (alias: 'a' | 'r', asOf: LocalDate | null): Sql => {
  const subject = trusted(alias);
  if (asOf === null) return sql`${subject}.content`;
  return sql`coalesce((SELECT s.content FROM submissions s WHERE s.subject_id = ${subject}.id
    AND ${happenedBy(sql`s.submitted_at`, asOf)} ORDER BY s.number DESC LIMIT 1), ${subject}.content)`;
};

/** What would be handed in now. */
const TO_HAND_IN = sql`coalesce(draft, content)`;
export const toHandIn = <Content>({ content, draft }: { content: Content; draft: Content | null }): Content =>
  draft ?? content;

@Injectable()
export class SubmissionRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * What a submission of the subject would be, whose row the caller locks. The hash is of the content as PostgreSQL
   * writes it, so that it can be computed again there.
   */
  async next(subjectType: Submission['subjectType'], id: string): Promise<NextSubmission | undefined> {
    const [next] = await this.database.execute<NextSubmission>(
      sql`SELECT 1 + coalesce((SELECT max(number) FROM submissions WHERE subject_id = ${id}), 0) AS number,
            encode(sha256(convert_to(${TO_HAND_IN}::text, 'UTF8')), 'hex') AS "contentSha256"
          FROM ${SUBJECTS[subjectType]} WHERE id = ${id}`,
    );
    return next;
  }

  /** Keeps what was signed: what the subject's row has to hand in, of which `next` told under the same lock. Says when. */
  freeze(
    subjectType: Submission['subjectType'],
    subject: Submitted,
    { number, contentSha256 }: NextSubmission,
    evidence: unknown,
    actor: Actor,
  ): Date {
    const submittedAt = this.clock.now();
    this.database.send(
      sql`INSERT INTO submissions (id, subject_type, subject_id, organisation_id, number, content, content_sha256, evidence,
            submitted_by, submitted_at)
          SELECT ${newId()}, ${subjectType}, ${subject.id}, ${subject.organisationId}, ${number}, ${TO_HAND_IN}, ${contentSha256},
            ${JSON.stringify(evidence)}::jsonb, ${actor.userId}, ${submittedAt}
          FROM ${SUBJECTS[subjectType]} WHERE id = ${subject.id}`,
    );
    return submittedAt;
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
