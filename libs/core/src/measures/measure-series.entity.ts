import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A measure and year that a data set has values of. */
@Entity('measure_series')
export class MeasureSeries {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'measure_series_pk' }) measureCode: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'measure_series_pk' }) year: number;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measure_series_pk' })
  @ForeignKey('MeasureDataset', { name: 'measure_series_dataset' })
  datasetId: string;
}
