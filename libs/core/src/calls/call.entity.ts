import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallStatus } from '#domain/calls/call.lifecycle';
import type { Step } from '#domain/regulations/rule';
import type { LocalDate } from '#domain/shared/local-date';

/** A round in which applications are taken. Pinned to the wording that was in force; applications are judged by it for ever. */
@Entity('calls')
@Check('calls_days', 'opens_on <= closes_on')
@Check('calls_step', `step IN ('mapping', 'measures')`)
@Check('calls_years', 'cardinality(years) > 0')
export class Call {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calls_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: CallStatus;
  @Column('text') programmeCode: string;
  @Column('date') wordingFrom: LocalDate;
  @Column({ type: 'text', collation: 'sv-SE-x-icu' }) title: string;
  @Column('date') opensOn: LocalDate;
  /** Inclusive. */
  @Column('date') closesOn: LocalDate;
  @Column('text', { nullable: true }) step: Step | null;
  @Column('integer', { array: true }) years: number[];
  @Column('text') appropriationCode: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt: Date;
}
