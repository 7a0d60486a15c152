import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { JudgedOutcome } from '#domain/applications/judgement';
import type { Finding, Outcome } from '#domain/shared/finding';

/** An officer's answer to a finding. A later one stands beside the earlier, which is kept. */
@Entity('judgements')
@Check('judgements_computed', `computed IN ('met', 'notMet', 'needsJudgement')`)
@Check('judgements_outcome', `outcome IN ('met', 'notMet')`)
@Check('judgements_motive', 'length(btrim(motive)) > 0')
@Index('judgements_case', ['applicationId', 'judgedAt'])
export class JudgementRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'judgements_pk' }) id: string;
  @Column('uuid')
  @ForeignKey('Application', { name: 'judgements_application' })
  applicationId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') userId: string;
  @Column('uuid') personId: string;
  @Column('text') findingCode: string;
  /** Where in the application the finding belongs; `null` when it is about the whole. */
  @Column('text', { nullable: true }) path: string | null;
  /** What the rule said of the facts. */
  @Column('text') computed: Outcome;
  @Column('text') outcome: JudgedOutcome;
  @Column('text') motive: string;
  /** The whole finding as it was when it was judged. */
  @Column('jsonb') finding: Finding;
  @Column('timestamp with time zone', { precision: 3 }) judgedAt: Date;
}
