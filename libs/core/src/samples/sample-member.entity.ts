import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RiskParts } from '#domain/samples/risk';

/** A report that could be drawn, how risky it was, and whether it was drawn. The probability is a fraction. */
@Entity('sample_members')
@Check('sample_members_probability', 'numerator BETWEEN 0 AND denominator AND denominator > 0 AND score > 0')
@Check('sample_members_possible', 'CASE WHEN is_drawn THEN numerator > 0 ELSE numerator < denominator END')
@Index('sample_members_of_report', ['reportId'])
export class SampleMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sample_members_pk' })
  @ForeignKey('Sample', { name: 'sample_members_sample' })
  sampleId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sample_members_pk' })
  @ForeignKey('Report', { name: 'sample_members_report' })
  reportId: string;
  @Column('uuid') organisationId: string;
  @Column('jsonb') parts: RiskParts;
  @Column('bigint') score: number;
  @Column('bigint') numerator: number;
  @Column('bigint') denominator: number;
  @Column('boolean') isDrawn: boolean;
}
