import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A figure as an evaluation has printed it, to hold our own against. Never a case, and never a value of a measure. */
@Entity('evaluation_figures')
@Check('evaluation_figures_years', '(from_year IS NULL) = (to_year IS NULL) AND from_year <= to_year')
export class EvaluationFigure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evaluation_figures_pk' })
  @ForeignKey('MeasureDataset', { name: 'evaluation_figures_dataset' })
  datasetId: string;
  /** Its place in the file, from 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'evaluation_figures_pk' }) number: number;
  /** What it is of: `grantedPerYear`. */
  @Column('text') figure: string;
  @Column('text', { nullable: true }) programmeCode: string | null;
  /** Where in the evaluation. */
  @Column('text') section: string;
  /** Of a municipality or a region. */
  @Column('text', { nullable: true }) placeCode: string | null;
  @Column('text', { nullable: true }) measureCode: string | null;
  @Column('integer', { nullable: true }) fromYear: number | null;
  @Column('integer', { nullable: true }) toYear: number | null;
  /** Kronor, persons, a number of something or a share. */
  @Column('double precision', { nullable: true }) value: number | null;
  /** What is printed in place of a number, such as an outcome. */
  @Column('text', { nullable: true }) wording: string | null;
  /** The evaluation's own reservation: `about`. */
  @Column('text', { nullable: true }) approximately: string | null;
  @Column('text', { nullable: true }) note: string | null;
}
