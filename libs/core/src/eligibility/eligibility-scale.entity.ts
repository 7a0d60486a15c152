import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Quality } from '#domain/applications/facts';

/** Mean and deviations of a measure and year over the municipalities, as a recomputation used them; in the measure's unit. */
@Entity('eligibility_scales')
@Check('eligibility_scales_quality', `quality IN ('official', 'computed', 'proxy')`)
export class EligibilityScale {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'eligibility_scales_pk' })
  @ForeignKey('EligibilityRecomputation', { name: 'eligibility_scales_recomputation' })
  recomputationId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'eligibility_scales_pk' }) measureCode: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'eligibility_scales_pk' }) year: number;
  @Column('uuid')
  @ForeignKey('MeasureDataset', { name: 'eligibility_scales_dataset' })
  datasetId: string;
  @Column('integer') n: number;
  @Column('double precision', { nullable: true }) mean: number | null;
  @Column('double precision', { nullable: true }) populationDeviation: number | null;
  @Column('double precision', { nullable: true }) sampleDeviation: number | null;
  @Column('text') quality: Quality;
}
