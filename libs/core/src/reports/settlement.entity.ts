import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Kronor } from '#domain/shared/money';

/** What a report settled, in whole kronor. */
@Entity('settlements')
@Check(
  'settlements_sums',
  `entitled BETWEEN 0 AND granted AND used BETWEEN 0 AND granted AND unused = granted - used
   AND to_repay = greatest(0, paid - entitled) AND remaining = greatest(0, entitled - paid)`,
)
@Index('settlements_decision', ['decisionId', 'year'])
export class Settlement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'settlements_pk' })
  @ForeignKey('Report', { name: 'settlements_report' })
  reportId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') decisionId: string;
  @Column('integer') year: number;
  @Column('bigint') granted: Kronor;
  @Column('bigint') paid: Kronor;
  @Column('bigint') costs: Kronor;
  @Column('bigint') coFinancing: Kronor;
  @Column('bigint') entitled: Kronor;
  @Column('bigint') used: Kronor;
  @Column('bigint') unused: Kronor;
  @Column('bigint') toRepay: Kronor;
  @Column('bigint') remaining: Kronor;
  @Column('timestamptz', { precision: 3 }) settledAt: Date;
}
