import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Why it was recomputed: an administrator asked, a data set was accepted, or reference data was added. */
export const RECOMPUTATION_CAUSES = ['asked', 'dataset', 'reference'] as const;
export type RecomputationCause = (typeof RECOMPUTATION_CAUSES)[number];

/** One pass over every recipient, wording and year. A later one stands beside it; what an earlier one said is kept. */
@Entity('eligibility_recomputations')
@Check('eligibility_recomputations_cause', `cause IN ('asked', 'dataset', 'reference')`)
@Index('eligibility_recomputations_of_dataset', ['datasetId'], {
  unique: true,
  where: 'dataset_id IS NOT NULL',
})
@Index('eligibility_recomputations_recent', { synchronize: false })
export class EligibilityRecomputation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'eligibility_recomputations_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') cause: RecomputationCause;
  /** The data set whose acceptance it follows on. */
  @Column('uuid', { nullable: true })
  @ForeignKey('MeasureDataset', { name: 'eligibility_recomputations_dataset' })
  datasetId: string | null;
  @Column('uuid') recomputedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) recomputedAt: Date;
}
