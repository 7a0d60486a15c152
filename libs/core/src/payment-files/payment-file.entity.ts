import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PaymentFileStatus } from '#domain/payments/bank/payment-file.lifecycle';
import type { Payer } from '#domain/payments/bank/payment-order';
import type { Kronor } from '#domain/shared/money';

/** What the bank is asked to pay at once. Its content is made by the worker and never changes. */
@Entity('payment_files')
@Check('payment_files_count', 'payment_count BETWEEN 1 AND 1000')
@Check('payment_files_ready', `(status = 'ready') = (content IS NOT NULL)`)
@Check('payment_files_content', `sha256 IS NOT DISTINCT FROM encode(sha256(content), 'hex')`)
@Index('payment_files_message', ['messageId'], { unique: true })
@Index('payment_files_recent', { synchronize: false })
export class PaymentFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payment_files_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: PaymentFileStatus;
  /** How the bank names the file when it answers. */
  @Column('text') messageId: string;
  @Column('jsonb') payer: Payer;
  @Column('integer') paymentCount: number;
  @Column('bigint') controlSum: Kronor;
  @Column('uuid')
  @ForeignKey('User', { name: 'payment_files_requested_by' })
  requestedBy: string;
  @Column('uuid') requestedByPerson: string;
  @Column('timestamp with time zone', { precision: 3 }) requestedAt: Date;
  @Column('bytea', { nullable: true }) content: Buffer | null;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) madeAt: Date | null;
}
