import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Proof } from '#domain/reports/evidence-demand';
import type { EvidenceDemandStatus } from '#domain/reports/evidence-demand.lifecycle';

/** Proof that is asked of a report which was drawn in a sample. */
@Entity('evidence_demands')
@Check('evidence_demands_proofs', 'cardinality(proofs) > 0')
@Check(
  'evidence_demands_accepted',
  `status <> 'accepted' OR (answered_at IS NOT NULL AND reviewed_by IS NOT NULL)`,
)
@Index('evidence_demands_once', ['reportId'], { unique: true })
@Index('evidence_demands_of_sample', ['sampleId'])
export class EvidenceDemand {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_demands_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: EvidenceDemandStatus;
  @Column('uuid') organisationId: string;
  @Column('uuid')
  @ForeignKey('Report', { name: 'evidence_demands_report' })
  reportId: string;
  @Column('uuid')
  @ForeignKey('Sample', { name: 'evidence_demands_sample' })
  sampleId: string;
  @Column('text', { array: true }) proofs: Proof[];
  @Column('timestamp with time zone', { precision: 3 }) requestedAt: Date;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) answeredAt: Date | null;
  @Column('uuid', { nullable: true }) reviewedBy: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) reviewedAt: Date | null;
  /** Why the proof was sent back. */
  @Column('text', { nullable: true }) reviewNote: string | null;
}
