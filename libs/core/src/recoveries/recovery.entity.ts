import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RecoveryGround } from '#domain/recoveries/grounds';
import type { Portion } from '#domain/recoveries/instalment-plan';
import type { RecoveryStatus } from '#domain/recoveries/recovery.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor, YearAmount } from '#domain/shared/money';

/** What the recipient said of the claim before it was decided. */
export interface RecoveryAnswer {
  text: string;
  by: string;
  /** RFC 3339, UTC. */
  at: string;
}

/** Money demanded back of a decision. What is owed and paid is in its books: see `RecoveryBooks`. */
@Entity('recoveries')
@Check('recoveries_amount', 'amount BETWEEN 1 AND 1000000000000')
@Check('recoveries_four_eyes', 'decided_by_person NOT IN (considered_by_person, notified_by_person)')
@Check(
  'recoveries_notified',
  `CASE WHEN status = 'considered' THEN num_nonnulls(notified_by, notified_by_person, notified_at, answer_by) = 0
    WHEN status = 'dropped' THEN num_nonnulls(notified_by, notified_by_person, notified_at, answer_by) IN (0, 4)
    ELSE num_nulls(notified_by, notified_by_person, notified_at, answer_by) = 0 END`,
)
@Check(
  'recoveries_decided',
  `CASE WHEN status IN ('considered', 'notified', 'dropped')
      THEN num_nonnulls(decided_by, decided_by_person, decided_at, due_on) = 0
    ELSE num_nulls(decided_by, decided_by_person, decided_at, due_on) = 0 END`,
)
@Index('recoveries_of_decision', ['decisionId'])
@Index('recoveries_of_organisation', ['organisationId'])
@Index('recoveries_of_report', ['reportId'])
@Index('recoveries_recent', { synchronize: false })
export class Recovery {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recoveries_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: RecoveryStatus;
  @Column('uuid') organisationId: string;
  @Column('uuid')
  @ForeignKey('Decision', { name: 'recoveries_decision' })
  decisionId: string;
  /** The report whose settlement it came from. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Report', { name: 'recoveries_report' })
  reportId: string | null;
  @Column('text') grounds: RecoveryGround;
  @Column('bigint') amount: Kronor;
  /** Of which years' money. */
  @Column('jsonb') years: YearAmount[];
  @Column('text') reasons: string;
  @Column('uuid') consideredBy: string;
  @Column('uuid') consideredByPerson: string;
  @Column('timestamp with time zone', { precision: 3 }) consideredAt: Date;
  /** The last day for the recipient's answer. */
  @Column('date', { nullable: true }) answerBy: LocalDate | null;
  @Column('uuid', { nullable: true }) notifiedBy: string | null;
  @Column('uuid', { nullable: true }) notifiedByPerson: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) notifiedAt: Date | null;
  @Column('jsonb') answers: RecoveryAnswer[];
  /** Why it was decided before the time to answer was over. */
  @Column('text', { nullable: true }) withoutAnswer: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('uuid', { nullable: true }) decidedByPerson: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) decidedAt: Date | null;
  @Column('date', { nullable: true }) dueOn: LocalDate | null;
  /** The principal by due day: one portion from the decision on, more when a plan is agreed. */
  @Column('jsonb') instalments: Portion[];
  /** The last day that interest is charged for. */
  @Column('date', { nullable: true }) interestUntil: LocalDate | null;
  /** Why it was dropped or written off. */
  @Column('text', { nullable: true }) closingReasons: string | null;
}
