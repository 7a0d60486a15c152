import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CoFinancingSource } from '#domain/applications/application-content';
import type { ProofKind } from '#domain/co-financing/follow-up';
import type { Kronor } from '#domain/shared/money';

/** Co-financing that an officer has seen proof of. A later one with the same reference, year and source replaces it. */
@Entity('co_financing_proofs')
@Check('co_financing_proofs_source', `source IN ('own', 'otherRecipient', 'private', 'otherStateGrant')`)
@Check('co_financing_proofs_kind', `kind IN ('accounts', 'certificate', 'agreement', 'auditorsReport')`)
@Check('co_financing_proofs_amount', 'amount BETWEEN 0 AND 1000000000000')
@Index('co_financing_proofs_case', ['applicationId', 'recordedAt'])
@Index('co_financing_proofs_of_decision', ['decisionId'])
export class CoFinancingProof {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'co_financing_proofs_pk' }) id: string;
  @Column('uuid')
  @ForeignKey('Decision', { name: 'co_financing_proofs_decision' })
  decisionId: string;
  @Column('uuid')
  @ForeignKey('Application', { name: 'co_financing_proofs_application' })
  applicationId: string;
  @Column('uuid') organisationId: string;
  @Column('integer') year: number;
  @Column('text') source: CoFinancingSource;
  @Column('text') kind: ProofKind;
  /** Where the proof is found: a voucher, a certificate, an agreement. */
  @Column('text') reference: string;
  @Column('bigint') amount: Kronor;
  @Column('uuid') userId: string;
  @Column('uuid') personId: string;
  @Column('timestamp with time zone', { precision: 3 }) recordedAt: Date;
}
