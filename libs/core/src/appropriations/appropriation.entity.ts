import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Money that parliament gives for a year, with the limit for promises about later years. Its sums are in the ledger. */
@Entity('appropriations')
@Check('appropriations_year', 'year BETWEEN 2000 AND 2100')
@Index('appropriations_code_year', ['code', 'year'], { unique: true })
export class Appropriation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'appropriations_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('integer') year: number;
  @Column('timestamp with time zone', { precision: 3 }) createdAt: Date;
}
