import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#domain/shared/local-date';

/** The reference rate of a half-year that came after those that Medel knows by itself. */
@Entity('reference_rates')
@Check(
  'reference_rates_first_day',
  'extract(day FROM valid_from) = 1 AND extract(month FROM valid_from) IN (1, 7)',
)
@Check('reference_rates_half_points', 'hundredths BETWEEN -1000 AND 10000 AND hundredths % 50 = 0')
@Index('reference_rates_half_year', ['validFrom'], { unique: true })
export class RecordedReferenceRate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reference_rates_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('date') validFrom: LocalDate;
  /** Hundredths of a percentage point. */
  @Column('integer') hundredths: number;
  @Column('text') source: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) recordedAt: Date;
}
