import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What an officer says of one of a decision's conditions. A later word stands beside the earlier, which is kept. */
@Entity('condition_judgements')
@Check('condition_judgements_outcome', `outcome IN ('met', 'notMet')`)
@Check('condition_judgements_condition', 'condition >= 1')
@Index('condition_judgements_of_decision', ['decisionId', 'condition', 'judgedAt'])
export class ConditionJudgement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'condition_judgements_pk' }) id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid')
  @ForeignKey('Decision', { name: 'condition_judgements_decision' })
  decisionId: string;
  /** The condition's number, from 1. */
  @Column('integer') condition: number;
  @Column('text') outcome: 'met' | 'notMet';
  @Column('text') motive: string;
  @Column('uuid') judgedBy: string;
  @Column('uuid') personId: string;
  @Column('timestamp with time zone', { precision: 3 }) judgedAt: Date;
}
