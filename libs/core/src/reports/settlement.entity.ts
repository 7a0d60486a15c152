import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Finding } from '#domain/shared/finding';
import type { Kronor } from '#domain/shared/money';

/** What a report settled of a year, in whole kronor. */
@Entity('settlements')
@Check(
  'settlements_sums',
  `entitled BETWEEN 0 AND granted AND used BETWEEN 0 AND granted AND unused = granted - used
   AND repay = greatest(0, paid - entitled) AND remaining = greatest(0, entitled - paid)`,
)
@Index('settlements_decision', ['decisionId', 'year'])
export class Settlement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'settlements_pk' })
  @ForeignKey('Report', { name: 'settlements_report' })
  reportId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'settlements_pk' }) year: number;
  @Column('uuid') organisationId: string;
  @Column('uuid') decisionId: string;
  @Column('bigint') granted: Kronor;
  @Column('bigint') paid: Kronor;
  @Column('bigint') costs: Kronor;
  @Column('bigint') coFinancing: Kronor;
  @Column('bigint') entitled: Kronor;
  @Column('bigint') used: Kronor;
  @Column('bigint') unused: Kronor;
  @Column('bigint') repay: Kronor;
  @Column('bigint') remaining: Kronor;
  /** How it was reckoned. Older ones do not say. */
  @Column('jsonb', { nullable: true }) finding: Finding | null;
  @Column('timestamp with time zone', { precision: 3 }) settledAt: Date;
}
