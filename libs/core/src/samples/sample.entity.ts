import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Proof } from '#domain/reports/evidence-demand';
import type { RiskWeights } from '#domain/samples/risk';

/** A draw among the reports of a call's or a programme's year. Never changed: whoever has the seed can do it again. */
@Entity('samples')
@Check('samples_among', 'num_nonnulls(call_id, programme_code) = 1')
@Check('samples_size', 'size BETWEEN 1 AND population')
@Index('samples_recent', { synchronize: false })
@Index('samples_of_call', ['callId'])
export class Sample {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'samples_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('uuid', { nullable: true })
  @ForeignKey('Call', { name: 'samples_call' })
  callId: string | null;
  @Column('text', { nullable: true }) programmeCode: string | null;
  @Column('integer') year: number;
  @Column('integer') size: number;
  /** Among how many. */
  @Column('integer') population: number;
  @Column('text') seed: string;
  /** By whoever drew; otherwise by Medel. */
  @Column('boolean') seedChosen: boolean;
  @Column('jsonb') weights: RiskWeights;
  @Column('text', { array: true }) proofs: Proof[];
  @Column('uuid') drawnBy: string;
  @Column('timestamp with time zone', { precision: 3 }) drawnAt: Date;
}
