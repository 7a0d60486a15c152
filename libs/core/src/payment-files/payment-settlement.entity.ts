import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SettlementRow } from '#domain/payments/bank/match-settlement';
import type { NoticeKind } from '#domain/payments/bank/settlement-notice';

/** What the bank said of a file, as it came, with what each row came to. */
@Entity('payment_settlements')
@Check('payment_settlements_kind', `kind IN ('camt.054', 'pain.002')`)
@Check('payment_settlements_content', `sha256 = encode(sha256(content), 'hex')`)
@Index('payment_settlements_once', ['paymentFileId', 'sha256'], { unique: true })
export class PaymentSettlement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payment_settlements_pk' }) id: string;
  @Column('uuid')
  @ForeignKey('PaymentFile', { name: 'payment_settlements_file' })
  paymentFileId: string;
  @Column('text') kind: NoticeKind;
  @Column('text', { nullable: true }) messageId: string | null;
  @Column('bytea') content: Buffer;
  @Column('text') sha256: string;
  @Column('jsonb') rows: SettlementRow[];
  @Column('uuid') uploadedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) uploadedAt: Date;
}
