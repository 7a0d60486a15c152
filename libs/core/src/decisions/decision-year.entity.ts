import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DecisionYearStatus } from '#domain/decisions/decision-year.lifecycle';
import type { Kronor } from '#domain/shared/money';

/** The sum of one year of a decision. `appropriationId` is the appropriation whose money or commitment limit it binds. */
@Entity('decision_years')
@Check('decision_years_amount', 'amount BETWEEN 0 AND 1000000000000')
@Index('decision_years_year', ['decisionId', 'year'], { unique: true })
@Check('decision_years_lapsed', `(status = 'lapsed') = (lapse_reason IS NOT NULL)`)
@Index('decision_years_of_appropriation', ['appropriationId'])
@Index('decision_years_of_year', ['year', 'decisionId'])
@Index('decision_years_waiting', ['year'], { where: `status = 'conditional'` })
export class DecisionYear {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_years_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: DecisionYearStatus;
  @Column('uuid') organisationId: string;
  @Column('uuid')
  @ForeignKey('Decision', { name: 'decision_years_decision' })
  decisionId: string;
  @Column('uuid')
  @ForeignKey('Appropriation', { name: 'decision_years_appropriation' })
  appropriationId: string;
  @Column('integer') year: number;
  @Column('bigint') amount: Kronor;
  @Column('text', { nullable: true }) lapseReason: string | null;
}
