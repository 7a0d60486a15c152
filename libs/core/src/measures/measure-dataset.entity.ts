import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MeasureDatasetStatus } from '#domain/measures/measure-dataset.lifecycle';
import type { Question } from './fetch/question.js';
import type { ImportMapping } from './import/import-mapping.js';
import type { ImportFormat, RejectedRow } from './import/import-row.js';

/** How a data set differs from what was in use when it was read. */
export interface DatasetDiff {
  /** Values that were not there, that are others, and that were there and are missing here. */
  new: number;
  changed: number;
  gone: number;
  unchanged: number;
  /** How many changes are large; the largest of them first, the first hundred. */
  flaggedCount: number;
  flagged: FlaggedChange[];
}

export interface FlaggedChange {
  organisationCode: string;
  measure: string;
  year: number;
  before: number | null;
  after: number | null;
}

/** A file of values as it was received. A correction is a new data set; what was read before stays readable. */
@Entity('measure_datasets')
@Check('measure_datasets_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check(
  'measure_datasets_read',
  `status IN ('reading', 'failed') OR sha256 IS NOT NULL AND row_count IS NOT NULL AND rejected_count = 0`,
)
@Check('measure_datasets_accepted', `(status = 'accepted') = (loaded_at IS NOT NULL)`)
@Index('measure_datasets_file', ['kind', 'sha256'], {
  unique: true,
  where: `status IN ('reading', 'awaitingAcceptance', 'accepted')`,
})
@Index('measure_datasets_recent', { synchronize: false })
export class MeasureDataset {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measure_datasets_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: MeasureDatasetStatus;
  @Column('text') kind: string;
  @Column('text') source: string;
  @Column('text') vintage: string;
  @Column('text', { nullable: true }) licence: string | null;
  /** Of the file; `null` until a file that is fetched has come. */
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('text') fileName: string;
  /** `null`: told from the content. */
  @Column('text', { nullable: true }) format: ImportFormat | null;
  @Column('jsonb', { nullable: true }) mapping: ImportMapping | null;
  /** What was asked of whom, where Medel fetched it. */
  @Column('jsonb', { nullable: true }) origin: Question | null;
  /** Where the file is kept; `null` for reference data, which lies in `data/`. */
  @Column('text', { nullable: true }) fileKey: string | null;
  /** Of the file, bytes. */
  @Column('bigint', { nullable: true }) size: number | null;
  @Column('uuid') loadedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) receivedAt: Date;
  /** When it was accepted: from then on it answers. */
  @Column('timestamp with time zone', { precision: 3, nullable: true }) loadedAt: Date | null;
  @Column('integer', { nullable: true }) rowCount: number | null;
  /** The first thousand. */
  @Column('jsonb') rejected: RejectedRow[];
  @Column('integer') rejectedCount: number;
  @Column('jsonb', { nullable: true }) diff: DatasetDiff | null;
  /** Why it could not be read, where that is not for its rows. */
  @Column('text', { nullable: true }) failure: string | null;
  /** Why it was rejected. */
  @Column('text', { nullable: true }) reason: string | null;
}
