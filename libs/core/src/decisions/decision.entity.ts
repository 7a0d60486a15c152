import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Difference, Plan, Requester } from '#domain/decisions/amendment';
import type { DecisionStatus } from '#domain/decisions/decision.lifecycle';
import type { Instalment } from '#domain/decisions/instalments';
import type { DecisionOutcome, ReportDuty } from '#domain/decisions/proposal';
import type { Revocation } from '#domain/decisions/revocation';
import type { Finding } from '#domain/shared/finding';

/** A proposal, and the decision it becomes when another person approves it. Never changed: amended by another decision. */
@Entity('decisions')
@Check('decisions_outcome', `outcome IN ('approve', 'reject', 'dismiss', 'discontinue')`)
@Check('decisions_four_eyes', 'decided_by_person <> prepared_by_person')
@Check(
  'decisions_decided',
  `status NOT IN ('approved', 'superseded', 'revoked') OR decided_by_person IS NOT NULL`,
)
@Check(
  'decisions_revoked',
  `(status = 'revoked') = (revoked_by_person IS NOT NULL) AND revoked_by_person <> prepared_by_person`,
)
@Check(
  'decisions_amendment',
  `(amends_id IS NULL) = (difference IS NULL) AND (amends_id IS NULL) = (requested_by IS NULL)
   AND (amends_id IS NULL OR outcome = 'approve') AND amends_id <> id`,
)
@Index('decisions_proposed', ['applicationId'], { unique: true, where: `status = 'proposed'` })
@Index('decisions_in_force', ['applicationId'], { unique: true, where: `status = 'approved'` })
@Index('decisions_amending', ['amendsId'])
@Index('decisions_recent', { synchronize: false })
@Index('decisions_by_status', { synchronize: false })
@Index('decisions_by_outcome', { synchronize: false })
@Index('decisions_awarded', { synchronize: false })
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
  /** When the grant was first decided; an amendment has that of the decision that it amends. Kept by the database. */
  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true, insert: false, update: false })
  awardedAt: Date | null;
  @Column('text', { nullable: true }) returnNote: string | null;
  /** The decision that it amends, and supersedes when it is approved. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Decision', { name: 'decisions_amends' })
  amendsId: string | null;
  @Column('text', { nullable: true }) requestedBy: Requester | null;
  /** What it changes, as the decision maker was shown it. */
  @Column('jsonb', { nullable: true }) difference: Difference | null;
  /** Costs and co-financing, where an amendment stated them anew; `null` where the application's hold. */
  @Column('jsonb', { nullable: true }) plan: Plan | null;
  @Column('uuid', { nullable: true }) revokedBy: string | null;
  @Column('uuid', { nullable: true }) revokedByPerson: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) revokedAt: Date | null;
  @Column('jsonb', { nullable: true }) revocation: Revocation | null;
}
