import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ExportStatus } from '#domain/exports/export.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';

export type ExportFormat = 'csv' | 'json';

export interface ExportResult {
  rowCount: number;
  /** Sum of each column of money, in whole kronor, and of each column of numbers. */
  controlSums: Record<string, number>;
  sha256: string;
  size: number;
  /** Where the file is kept; not shown. */
  fileKey: string;
}

/** An ordered report file. */
@Entity('exports')
@Check('exports_result', `status <> 'ready' OR result IS NOT NULL`)
@Index('exports_recent', { synchronize: false })
@Index('exports_unfinished', ['requestedAt'], { where: `status IN ('queued', 'running')` })
export class Export {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exports_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: ExportStatus;
  @Column('text') kind: string;
  @Column('text') format: ExportFormat;
  @Column('jsonb') filters: Record<string, unknown>;
  @Column('date', { nullable: true }) asOf: LocalDate | null;
  @Column('uuid')
  @ForeignKey('User', { name: 'exports_requested_by' })
  requestedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) requestedAt: Date;
  @Column('jsonb', { nullable: true }) result: ExportResult | null;
  @Column('text', { nullable: true }) failure: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) expiresAt: Date | null;
}
