import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was signed, word by word, with what the rules said of it then. Never changed. */
@Entity('submissions')
@Check('submissions_subject_type', `subject_type IN ('application', 'report')`)
@Check('submissions_sha256', `content_sha256 = encode(sha256(convert_to(content::text, 'UTF8')), 'hex')`)
@Index('submissions_number', ['subjectId', 'number'], { unique: true })
export class Submission {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'submissions_pk' }) id: string;
  @Column('text') subjectType: 'application' | 'report';
  @Column('uuid') subjectId: string;
  @Column('uuid') organisationId: string;
  /** 1 for the first submission; each completion adds one. */
  @Column('integer') number: number;
  @Column('jsonb') content: unknown;
  @Column('text') contentSha256: string;
  @Column('jsonb') evidence: unknown;
  @Column('uuid') submittedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) submittedAt: Date;
}
