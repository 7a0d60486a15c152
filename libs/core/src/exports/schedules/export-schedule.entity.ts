import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ExportScheduleStatus, PauseReason } from '#domain/exports/export-schedule.lifecycle';
import type { AsOfRule, Recurrence } from '#domain/exports/recurrence';
import type { CsvOptions } from '../csv-options.js';
import type { ExportFilters } from '../export-kind.js';
import type { ExportFormat } from '../export.entity.js';

/** An export that is ordered again and again, in its owner's name. */
@Entity('export_schedules')
@Check('export_schedules_as_of', `as_of IN ('now', 'periodEnd')`)
@Check('export_schedules_kept', 'keep_days > 0 OR keep_files > 0')
@Check('export_schedules_next', `(status = 'active') = (next_run_at IS NOT NULL)`)
@Check('export_schedules_paused', `(status = 'paused') = (paused_reason IS NOT NULL)`)
@Index('export_schedules_recent', { synchronize: false })
@Index('export_schedules_due', ['nextRunAt'], { where: 'next_run_at IS NOT NULL' })
export class ExportSchedule {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'export_schedules_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: ExportScheduleStatus;
  @Column('text') title: string;
  @Column('text') kind: string;
  @Column('text') format: ExportFormat;
  @Column('jsonb') filters: ExportFilters;
  @Column('jsonb', { nullable: true }) csv: CsvOptions | null;
  @Column('text') asOf: AsOfRule;
  @Column('jsonb') recurrence: Recurrence;
  /** Users in whose own lists its exports stand, besides its owner's. */
  @Column('uuid', { array: true }) recipients: string[];
  /** Days for which each file is kept; `null`: for as long as `keepFiles` says. */
  @Column('integer', { nullable: true }) keepDays: number | null;
  /** How many files are kept, the latest; `null`: as many as there are. */
  @Column('integer', { nullable: true }) keepFiles: number | null;
  @Column('uuid')
  @ForeignKey('User', { name: 'export_schedules_owned_by' })
  ownedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt: Date;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) nextRunAt: Date | null;
  /** The moment at which the last export was due. */
  @Column('timestamp with time zone', { precision: 3, nullable: true }) lastRunAt: Date | null;
  /** How many moments went by without a worker, and were never made up for. */
  @Column('integer') missedRuns: number;
  @Column('text', { nullable: true }) pausedReason: PauseReason | null;
}
