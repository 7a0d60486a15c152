import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Quality } from '#domain/applications/facts';

/** One organisation's value of a measure in a year, as one data set gave it. */
@Entity('measure_values')
@Check('measure_values_quality', `quality IN ('official', 'computed', 'proxy')`)
@Index('measure_values_of_organisation', ['organisationId', 'measureCode', 'year'])
export class MeasureValue {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'measure_values_pk' }) measureCode: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'measure_values_pk' }) year: number;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measure_values_pk' })
  @ForeignKey('Organisation', { name: 'measure_values_organisation' })
  organisationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measure_values_pk' })
  @ForeignKey('MeasureDataset', { name: 'measure_values_dataset' })
  datasetId: string;
  @Column('double precision', { nullable: true }) value: number | null;
  @Column('text') quality: Quality;
}
