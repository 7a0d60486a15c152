import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RecipientKind } from '#domain/regulations/rule';

export type SizeClass = 'small' | 'medium' | 'large';

/** A recipient: municipality, region, municipal association or non-profit organisation. */
@Entity('organisations')
@Check('organisations_kind', `kind IN ('municipality', 'region', 'municipalAssociation', 'nonProfit')`)
@Check('organisations_size_class', `size_class IN ('small', 'medium', 'large')`)
@Check(
  'organisations_population',
  'population IS NULL OR (population_year IS NOT NULL AND population_source IS NOT NULL)',
)
@Index('organisations_code', ['code'], { unique: true, where: 'code IS NOT NULL' })
@Index('organisations_name', ['kind', 'name'], { unique: true })
@Index('organisations_by_name', ['name', 'id'])
export class Organisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisations_pk' }) id: string;
  @Column('text') kind: RecipientKind;
  /** Four digits for a municipality, two for a region. */
  @Column('text', { nullable: true }) code: string | null;
  @Column({ type: 'text', collation: 'sv-SE-x-icu' }) name: string;
  @Column('text', { nullable: true }) organisationNumber: string | null;
  @Column('text', { nullable: true }) county: string | null;
  /** Inhabitants, with the year that they are of and where the figure is from. */
  @Column('integer', { nullable: true }) population: number | null;
  @Column('integer', { nullable: true }) populationYear: number | null;
  @Column('text', { nullable: true }) populationSource: string | null;
  @Column('text', { nullable: true }) sizeClass: SizeClass | null;
  @Column('text', { nullable: true }) municipalityGroup: string | null;
  /** Made up for the demo; never a real organisation. */
  @Column('boolean', { default: false }) isExample: boolean;
}
