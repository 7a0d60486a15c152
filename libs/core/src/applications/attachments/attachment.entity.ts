import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FileType } from '#platform/file-types';

/** A file that belongs to an application. It never changes; until it is submitted it may be taken away. */
@Entity('application_attachments')
@Check(
  'application_attachments_file_type',
  `file_type IN ('pdf', 'docx', 'xlsx', 'odt', 'ods', 'png', 'jpeg', 'csv')`,
)
@Check('application_attachments_size', 'size BETWEEN 1 AND 26214400')
@Check('application_attachments_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('application_attachments_removed', '(removed_at IS NULL) = (removed_by IS NULL)')
@Check('application_attachments_submitted', 'submission_number IS NULL OR removed_at IS NULL')
@Index('application_attachments_of_application', ['applicationId', 'addedAt'])
@Index('application_attachments_file', ['fileKey'], { unique: true })
export class Attachment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_attachments_pk' }) id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid')
  @ForeignKey('Application', { name: 'application_attachments_application' })
  applicationId: string;
  @Column('text') fileKey: string;
  @Column('text') fileName: string;
  @Column('text') fileType: FileType;
  @Column('text') sha256: string;
  /** Bytes. */
  @Column('bigint') size: number;
  @Column('uuid') addedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) addedAt: Date;
  /** The submission that it was first a part of; from then on it stays. */
  @Column('integer', { nullable: true }) submissionNumber: number | null;
  @Column('uuid', { nullable: true }) removedBy: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) removedAt: Date | null;
  /** Since when its file is no longer kept. */
  @Column('timestamp with time zone', { precision: 3, nullable: true }) thinnedAt: Date | null;
}
