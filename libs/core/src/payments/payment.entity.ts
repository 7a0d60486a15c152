import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PaymentStatus } from '#domain/payments/payment.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import type { BankReason } from '#domain/payments/bank/settlement-notice';
import type { WithheldReason } from '#domain/payments/withholding';
import type { Kronor } from '#domain/shared/money';

/** One instalment of a year. Who prepared and decided is kept with it, so that the database can refuse them as attester. */
@Entity('payments')
@Check('payments_amount', 'amount BETWEEN 1 AND 1000000000000')
@Check('payments_four_eyes', 'attested_by_person NOT IN (prepared_by_person, decided_by_person)')
@Check(
  'payments_attested',
  `status NOT IN ('attested', 'sent', 'executed', 'bounced') OR attested_by_person IS NOT NULL`,
)
@Check('payments_set_off', 'set_off BETWEEN 0 AND amount')
@Check(
  'payments_sent',
  `status NOT IN ('sent', 'executed', 'bounced') OR payment_file_id IS NOT NULL OR set_off = amount`,
)
@Check('payments_executed', `status <> 'executed' OR executed_on IS NOT NULL`)
@Check('payments_bounced', `(status = 'bounced') = (bounce IS NOT NULL)`)
@Index('payments_instalment', ['decisionId', 'year', 'instalment'], { unique: true })
@Index('payments_by_status', ['status', 'payOn', 'id'])
@Index('payments_by_day', ['payOn', 'id'])
@Index('payments_by_amount', ['amount', 'id'])
@Index('payments_of_year', ['year', 'payOn'])
@Index('payments_of_organisation', ['organisationId'])
@Index('payments_of_decision_year', ['decisionYearId'])
@Index('payments_replaces', ['replaces'], { unique: true, where: 'replaces IS NOT NULL' })
@Index('payments_of_file', ['paymentFileId'], { where: 'payment_file_id IS NOT NULL' })
export class Payment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payments_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: PaymentStatus;
  @Column('uuid') organisationId: string;
  @Column('uuid')
  @ForeignKey('Decision', { name: 'payments_decision' })
  decisionId: string;
  @Column('uuid')
  @ForeignKey('DecisionYear', { name: 'payments_decision_year' })
  decisionYearId: string;
  @Column('integer') year: number;
  @Column('integer') instalment: number;
  @Column('bigint') amount: Kronor;
  @Column('date') payOn: LocalDate;
  /** What is set off against a recovery: so much less is sent. */
  @Column('bigint', { default: 0 }) setOff: Kronor;
  /** Why it waits, while `withheld`. */
  @Column('jsonb', { nullable: true }) withheldReason: WithheldReason | null;
  @Column('uuid') preparedByPerson: string;
  @Column('uuid') decidedByPerson: string;
  @Column('uuid', { nullable: true }) attestedBy: string | null;
  @Column('uuid', { nullable: true }) attestedByPerson: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) attestedAt: Date | null;
  @Column('uuid', { nullable: true })
  @ForeignKey('PaymentFile', { name: 'payments_payment_file' })
  paymentFileId: string | null;
  /** The day the bank paid. */
  @Column('date', { nullable: true }) executedOn: LocalDate | null;
  /** Why it came back; no less than `bounced`. */
  @Column('jsonb', { nullable: true }) bounce: BankReason | null;
  /** The payment that bounced, where this one is sent instead. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Payment', { name: 'payments_replaced_payment' })
  replaces: string | null;
}
