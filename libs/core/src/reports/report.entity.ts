import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ReportContent } from '#domain/reports/report-content';
import type { ReportStatus } from '#domain/reports/report.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';

/** The recipient's account of use and results, made from the decision. */
@Entity('reports')
@Check('reports_kind', `kind IN ('interim', 'final')`)
@Check('reports_draft', `draft IS NULL OR status IN ('open', 'completionRequested')`)
@Check(
  'reports_approved',
  `num_nonnulls(approved_by, approved_at) = CASE WHEN status = 'approved' THEN 2 ELSE 0 END`,
)
@Index('reports_once', ['decisionId', 'kind', 'year', 'dueOn'], { unique: true })
@Index('reports_due', ['dueOn', 'id'])
@Index('reports_of_year', ['year', 'dueOn'])
@Index('reports_of_organisation', ['organisationId', 'status', 'dueOn', 'id'])
@Index('reports_by_status', { synchronize: false })
export class Report {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reports_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: ReportStatus;
  @Column('uuid') organisationId: string;
  @Column('uuid')
  @ForeignKey('Decision', { name: 'reports_decision' })
  decisionId: string;
  @Column('text') kind: 'interim' | 'final';
  @Column('integer') year: number;
  @Column('date') dueOn: LocalDate;
  /** What was handed in; before that, what the decision says of it. */
  @Column('jsonb') content: ReportContent;
  /** What the recipient has written and not yet handed in: the agency reads nothing of it. */
  @Column('jsonb', { nullable: true }) draft: ReportContent | null;
  @Column('jsonb', { nullable: true }) completion: { items: { text: string }[]; dueOn: LocalDate } | null;
  @Column('timestamp with time zone', { precision: 3 }) updatedAt: Date;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) submittedAt: Date | null;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) approvedAt: Date | null;
}
