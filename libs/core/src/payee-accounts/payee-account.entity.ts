import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AccountKind } from '#domain/payments/accounts/account';
import type { PayeeAccountStatus } from '#domain/payments/accounts/payee-account.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';

/** An account that a recipient is, or was, or would be paid to. Who proposed it is kept, so that the database refuses them as approver. */
@Entity('payee_accounts')
@Check('payee_accounts_kind', `kind IN ('bankgiro', 'plusgiro', 'iban')`)
@Check('payee_accounts_four_eyes', 'approved_by_person <> proposed_by_person')
@Check(
  'payee_accounts_approved',
  `status NOT IN ('approved', 'stopped') OR num_nulls(approved_by_person, approved_at, usable_from) = 0`,
)
@Index('payee_accounts_proposed', ['organisationId'], { unique: true, where: `status = 'proposed'` })
@Index('payee_accounts_of_organisation', ['organisationId', 'approvedAt'])
export class PayeeAccount {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payee_accounts_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: PayeeAccountStatus;
  @Column('uuid')
  @ForeignKey('Organisation', { name: 'payee_accounts_organisation' })
  organisationId: string;
  @Column('text') kind: AccountKind;
  /** Digits only, or an IBAN without blanks. */
  @Column('text') number: string;
  @Column('text', { nullable: true }) bic: string | null;
  /** Why it is changed, in the recipient's words. */
  @Column('text') reason: string;
  @Column('uuid') proposedBy: string;
  @Column('uuid') proposedByPerson: string;
  @Column('timestamp with time zone', { precision: 3 }) proposedAt: Date;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
  @Column('uuid', { nullable: true }) approvedByPerson: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) approvedAt: Date | null;
  /** The first day on which money is sent to it: a change waits. */
  @Column('date', { nullable: true }) usableFrom: LocalDate | null;
  /** Why it was rejected or stopped. */
  @Column('text', { nullable: true }) note: string | null;
}
