import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A municipality that a source says is alike another, as a data set gave it. */
@Entity('similar_municipalities')
@Check('similar_municipalities_rank', 'rank > 0')
@Check('similar_municipalities_other', 'similar_id <> municipality_id')
export class SimilarMunicipality {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'similar_municipalities_pk' })
  @ForeignKey('Organisation', { name: 'similar_municipalities_municipality' })
  municipalityId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'similar_municipalities_pk' }) basis: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'similar_municipalities_pk' }) year: number;
  /** From 1, the most alike. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'similar_municipalities_pk' }) rank: number;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'similar_municipalities_pk' })
  @ForeignKey('MeasureDataset', { name: 'similar_municipalities_dataset' })
  datasetId: string;
  @Column('uuid')
  @ForeignKey('Organisation', { name: 'similar_municipalities_similar' })
  similarId: string;
}
