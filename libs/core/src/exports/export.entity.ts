import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ExportStatus } from '#domain/exports/export.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import type { CsvOptions } from './csv-options.js';

export type ExportFormat = 'csv' | 'xlsx' | 'json' | 'pdf' | 'zip';

/** Against the export of the same order before, by the same person. */
export interface ExportChanges {
  previousId: string;
  previousAt: string;
  isUnchanged: boolean;
  /** Rows by the kind's key; `null` where what is left of the export before does not tell. */
  added: number | null;
  removed: number | null;
  changed: number | null;
}

export interface ExportResult {
  rowCount: number;
  /** Sum of each column of money, in whole kronor, and of each column of numbers; not of one whose rows overlap. */
  controlSums: Record<string, number>;
  sha256: string;
  size: number;
  /** Of the rows as plain CSV; an export made before this was told has none. */
  rowsSha256?: string;
  changes?: ExportChanges | null;
  /** Where the file is kept; not shown. */
  fileKey: string;
  /** Where the hashes of its rows are kept; not shown. */
  rowsKey?: string;
}

/** An ordered report file. */
@Entity('exports')
@Check('exports_result', `status <> 'ready' OR result IS NOT NULL`)
@Index('exports_recent', { synchronize: false })
@Check('exports_due', '(schedule_id IS NULL) = (due_at IS NULL)')
@Index('exports_of_schedule', ['scheduleId', 'dueAt'], { unique: true, where: 'schedule_id IS NOT NULL' })
@Index('exports_unfinished', ['requestedAt'], { where: `status IN ('queued', 'running')` })
export class Export {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exports_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: ExportStatus;
  @Column('text') kind: string;
  @Column('text') format: ExportFormat;
  @Column('jsonb') filters: Record<string, unknown>;
  @Column('date', { nullable: true }) asOf: LocalDate | null;
  @Column('jsonb', { nullable: true }) csv: CsvOptions | null;
  @Column('uuid')
  @ForeignKey('User', { name: 'exports_requested_by' })
  requestedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) requestedAt: Date;
  @Column('jsonb', { nullable: true }) result: ExportResult | null;
  /** Canonical JSON, byte for byte as it is given out. */
  @Column('text', { nullable: true }) manifest: string | null;
  @Column('text', { nullable: true }) failure: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) expiresAt: Date | null;
  /** What ordered it, where the clock did, and the moment for which it did. */
  @Column('uuid', { nullable: true })
  @ForeignKey('ExportSchedule', { name: 'exports_schedule' })
  scheduleId: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) dueAt: Date | null;
}
