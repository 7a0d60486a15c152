import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DecisionStatus } from '#domain/decisions/decision.lifecycle';
import type { Instalment } from '#domain/decisions/instalments';
import type { DecisionOutcome, ReportDuty } from '#domain/decisions/proposal';
import type { Finding } from '#domain/shared/finding';

/** A proposal, and the decision it becomes when another person approves it. Never changed: amended by another decision. */
@Entity('decisions')
@Check('decisions_outcome', `outcome IN ('approve', 'reject', 'dismiss', 'discontinue')`)
@Check('decisions_four_eyes', 'decided_by_person <> prepared_by_person')
@Check(
  'decisions_decided',
  `status NOT IN ('approved', 'superseded', 'revoked') OR decided_by_person IS NOT NULL`,
)
@Index('decisions_live', ['applicationId'], { unique: true, where: `status IN ('proposed', 'approved')` })
@Index('decisions_recent', { synchronize: false })
@Index('decisions_of_organisation', ['organisationId'])
@Index('decisions_of_application', ['applicationId'])
export class Decision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decisions_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: DecisionStatus;
  @Column('uuid')
  @ForeignKey('Organisation', { name: 'decisions_organisation' })
  organisationId: string;
  @Column('uuid')
  @ForeignKey('Application', { name: 'decisions_application' })
  applicationId: string;
  /** The appropriation that its first year draws on; `null` where no money is granted. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Appropriation', { name: 'decisions_appropriation' })
  appropriationId: string | null;
  @Column('text') outcome: DecisionOutcome;
  /** Förvaltningslagen 32 §: the provisions applied and the facts that decided. */
  @Column('text') reasons: string;
  @Column('jsonb') conditions: string[];
  @Column('jsonb') reportsDue: ReportDuty[];
  @Column('jsonb') instalments: Instalment[];
  /** What the rules said of the proposal. */
  @Column('jsonb') evidence: Finding[];
  @Column('uuid') preparedBy: string;
  @Column('uuid') preparedByPerson: string;
  @Column('timestamp with time zone', { precision: 3 }) proposedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('uuid', { nullable: true }) decidedByPerson: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) returnNote: string | null;
}
