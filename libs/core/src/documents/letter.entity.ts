import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LetterKind } from '#domain/documents/letter-kind';
import type { LetterStatus } from '#domain/documents/letter.lifecycle';
import type { LetterDocument } from './letter-document.js';
import type { LetterFacts } from './letter-facts.js';

/** A letter of a case: ordered by the act that it tells of, sealed by the worker, and then the same for ever. */
@Entity('letters')
@Check(
  'letters_kind',
  `kind IN ('approval', 'partialApproval', 'rejection', 'dismissal', 'discontinuation', 'amendment', 'revocation',
    'completionRequest', 'delayNotice', 'recoveryDemand')`,
)
@Check(
  'letters_sealed',
  `num_nonnulls(document, blocks, file_key, sha256, size, sealed_at) = CASE WHEN status = 'sealed' THEN 6 ELSE 0 END`,
)
@Check('letters_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Index('letters_of_application', ['applicationId', 'orderedAt'])
@Index('letters_of_decision', ['decisionId', 'kind'], { unique: true, where: 'decision_id IS NOT NULL' })
@Index('letters_of_recovery', ['recoveryId', 'kind'], { unique: true, where: 'recovery_id IS NOT NULL' })
@Index('letters_waiting', ['orderedAt'], { where: `status = 'ordered'` })
export class Letter {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'letters_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: LetterStatus;
  @Column('text') kind: LetterKind;
  @Column('uuid') organisationId: string;
  /** No foreign key, which would lock the case: who decides a recovery does not hold it. A trigger looks. */
  @Column('uuid') applicationId: string;
  /** The decision that it tells of, or `null`. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Decision', { name: 'letters_decision' })
  decisionId: string | null;
  @Column('uuid', { nullable: true })
  @ForeignKey('Recovery', { name: 'letters_recovery' })
  recoveryId: string | null;
  /** What held when it was ordered and may not be read from the case later. */
  @Column('jsonb') facts: LetterFacts;
  @Column('uuid')
  @ForeignKey('User', { name: 'letters_ordered_by' })
  orderedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) orderedAt: Date;
  /** What was set in type. */
  @Column('jsonb', { nullable: true }) document: LetterDocument | null;
  /** The versions of the building blocks that it was made from. */
  @Column('text', { array: true, nullable: true }) blocks: string[] | null;
  @Column('text', { nullable: true }) fileKey: string | null;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('integer', { nullable: true }) size: number | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) sealedAt: Date | null;
}
