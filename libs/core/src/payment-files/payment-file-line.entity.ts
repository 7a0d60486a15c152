import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Account } from '#domain/payments/accounts/account';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';

/** A payment as it stands in its file. The payment is the key: no other file can have it. */
@Entity('payment_file_lines')
@Check('payment_file_lines_amount', 'amount BETWEEN 1 AND 1000000000000')
@Index('payment_file_lines_end_to_end', ['endToEndId'], { unique: true })
@Index('payment_file_lines_number', ['paymentFileId', 'number'], { unique: true })
@Index('payment_file_lines_of_account', ['accountId'])
export class PaymentFileLine {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payment_file_lines_pk' })
  @ForeignKey('Payment', { name: 'payment_file_lines_payment' })
  paymentId: string;
  @Column('uuid')
  @ForeignKey('PaymentFile', { name: 'payment_file_lines_file' })
  paymentFileId: string;
  @Column('uuid') organisationId: string;
  /** From 1. */
  @Column('integer') number: number;
  @Column('text') endToEndId: string;
  @Column('bigint') amount: Kronor;
  @Column('date') executeOn: LocalDate;
  @Column('text') payee: string;
  @Column('uuid')
  @ForeignKey('PayeeAccount', { name: 'payment_file_lines_account' })
  accountId: string;
  /** As it was when the file was ordered. */
  @Column('jsonb') account: Account;
  @Column('text') text: string;
}
