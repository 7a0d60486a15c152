import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Quality } from '#domain/applications/facts';

/** One organisation's value of a measure in a year, as one data set gave it. Triggers hold its keys: rows come by the million. */
@Entity('measure_values')
@Check('measure_values_quality', `quality IN ('official', 'computed', 'proxy')`)
@Index('measure_values_of_organisation', ['organisationId', 'measureCode', 'year'])
export class MeasureValue {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'measure_values_pk' }) measureCode: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'measure_values_pk' }) year: number;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measure_values_pk' })
  organisationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measure_values_pk' })
  datasetId: string;
  @Column('double precision', { nullable: true }) value: number | null;
  @Column('text') quality: Quality;
}
