import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A RegSO as a data set gave it, with its area type 1–5; `null` where none is published. */
@Entity('areas')
@Check('areas_area_type', 'area_type BETWEEN 1 AND 5')
@Index('areas_of_organisation', ['organisationId'])
export class Area {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'areas_pk' }) code: string;
  @Column({ type: 'text', collation: 'sv-SE-x-icu' }) name: string;
  @Column('uuid')
  @ForeignKey('Organisation', { name: 'areas_organisation' })
  organisationId: string;
  @Column('integer', { nullable: true }) areaType: number | null;
  @Column('integer') year: number;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'areas_pk' })
  @ForeignKey('MeasureDataset', { name: 'areas_dataset' })
  datasetId: string;
}
