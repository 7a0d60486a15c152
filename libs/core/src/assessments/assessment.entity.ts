import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export interface Criterion {
  code: string;
  /** 0 (not at all) – 4 (fully). */
  score: number;
  motive: string;
}

/** An officer's assessment; a later one stands beside the earlier, which is kept. */
@Entity('assessments')
@Index('assessments_case', ['applicationId', 'assessedAt'])
export class Assessment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessments_pk' }) id: string;
  @Column('uuid')
  @ForeignKey('Application', { name: 'assessments_application' })
  applicationId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') userId: string;
  @Column('uuid') personId: string;
  @Column('jsonb') criteria: Criterion[];
  @Column('timestamp with time zone', { precision: 3 }) assessedAt: Date;
}
