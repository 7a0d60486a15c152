import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ApplicationContent } from '#domain/applications/application-content';
import type { ApplicationStatus } from '#domain/applications/application.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';

/** What the recipient was asked to add, and by when. */
export interface CompletionRequest {
  items: { text: string }[];
  dueOn: LocalDate;
  requestedBy: string;
  requestedOn: LocalDate;
}

/** A case belongs to the organisation, not to a person. */
@Entity('applications')
@Check('applications_registered', '(registry_number IS NULL) = (submitted_at IS NULL)')
@Check('applications_draft', `draft IS NULL OR status = 'completionRequested'`)
@Index('applications_registry_number', ['registryNumber'], {
  unique: true,
  where: 'registry_number IS NOT NULL',
})
@Index('applications_of_organisation', { synchronize: false })
@Index('applications_of_call', { synchronize: false })
@Index('applications_by_status', { synchronize: false })
@Index('applications_by_registry_number', { synchronize: false })
@Index('applications_by_submission', { synchronize: false })
@Index('applications_recent', { synchronize: false })
@Index('applications_assigned', ['assignedTo'], { where: 'assigned_to IS NOT NULL' })
export class Application {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'applications_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: ApplicationStatus;
  @Column('uuid')
  @ForeignKey('Organisation', { name: 'applications_organisation' })
  organisationId: string;
  @Column('uuid')
  @ForeignKey('Call', { name: 'applications_call' })
  callId: string;
  /** `2026-000123`, given at submission. */
  @Column('text', { nullable: true }) registryNumber: string | null;
  /** What was handed in; before that, what is to be. */
  @Column('jsonb') content: ApplicationContent;
  /** What the recipient has written of a completion, and not yet handed in: the agency reads nothing of it. */
  @Column('jsonb', { nullable: true }) draft: ApplicationContent | null;
  @Column('uuid') createdBy: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt: Date;
  @Column('timestamp with time zone', { precision: 3 }) updatedAt: Date;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) submittedAt: Date | null;
  @Column('uuid', { nullable: true })
  @ForeignKey('User', { name: 'applications_assigned_to' })
  assignedTo: string | null;
  @Column('jsonb', { nullable: true }) completion: CompletionRequest | null;
  /** Since when what was never submitted, or what came with a refused application, is no longer kept. */
  @Column('timestamp with time zone', { precision: 3, nullable: true }) thinnedAt: Date | null;
}
