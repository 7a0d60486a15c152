import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Kronor } from '#domain/shared/money';

/** What a call may grant in a year, in whole kronor. */
@Entity('call_budgets')
@Check('call_budgets_amount', 'amount BETWEEN 0 AND 1000000000000')
export class CallBudget {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'call_budgets_pk' })
  @ForeignKey('Call', { name: 'call_budgets_call' })
  callId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'call_budgets_pk' }) year: number;
  @Column('bigint') amount: Kronor;
}
