import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';

/** An appropriation letter (regleringsbrev) amended during the year: what the funds held before, and hold after. */
@Entity('appropriation_amendments')
@Check(
  'appropriation_amendments_sums',
  `amount_before BETWEEN 0 AND 1000000000000 AND amount_after BETWEEN 0 AND 1000000000000
   AND commitment_limit_before BETWEEN 0 AND 1000000000000 AND commitment_limit_after BETWEEN 0 AND 1000000000000`,
)
@Check(
  'appropriation_amendments_change',
  'amount_before <> amount_after OR commitment_limit_before <> commitment_limit_after',
)
@Check(
  'appropriation_amendments_kind',
  `kind IN ('letter', 'carryOver') AND (kind = 'carryOver') = (counterpart_id IS NOT NULL) AND counterpart_id <> appropriation_id`,
)
@Index('appropriation_amendments_carried', ['counterpartId'])
@Index('appropriation_amendments_number', ['appropriationId', 'number'], { unique: true })
export class AppropriationAmendment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'appropriation_amendments_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('uuid')
  @ForeignKey('Appropriation', { name: 'appropriation_amendments_appropriation' })
  appropriationId: string;
  /** From 1, within the appropriation. */
  @Column('integer') number: number;
  /** A letter of its own, or money carried over: then from or to the counterpart, which has its row too. */
  @Column('text') kind: 'letter' | 'carryOver';
  @Column('uuid', { nullable: true })
  @ForeignKey('Appropriation', { name: 'appropriation_amendments_counterpart' })
  counterpartId: string | null;
  /** As the letter calls itself, such as its registry number. */
  @Column('text') letterReference: string;
  /** The letter's day. The ledger's day is the one on which it was posted. */
  @Column('date') decidedOn: LocalDate;
  @Column('text') reason: string;
  @Column('bigint') amountBefore: Kronor;
  @Column('bigint') amountAfter: Kronor;
  @Column('bigint') commitmentLimitBefore: Kronor;
  @Column('bigint') commitmentLimitAfter: Kronor;
  @Column('uuid') amendedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) amendedAt: Date;
}
