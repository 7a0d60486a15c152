import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file of values as it was loaded. A correction is a new data set; what was read before stays readable. */
@Entity('measure_datasets')
@Check('measure_datasets_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Index('measure_datasets_file', ['kind', 'sha256'], { unique: true })
export class MeasureDataset {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measure_datasets_pk' }) id: string;
  @Column('text') kind: string;
  @Column('text') source: string;
  @Column('text') vintage: string;
  @Column('text') licence: string;
  @Column('text') sha256: string;
  @Column('text') fileName: string;
  @Column('uuid') loadedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) loadedAt: Date;
  @Column('integer') rowCount: number;
}
