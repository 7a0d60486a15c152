import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file that was sent as proof: added to, never changed. */
@Entity('evidence_files')
@Index('evidence_files_of_demand', ['demandId', 'sentAt'])
export class EvidenceFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_files_pk' }) id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid')
  @ForeignKey('EvidenceDemand', { name: 'evidence_files_demand' })
  demandId: string;
  @Column('text') fileKey: string;
  @Column('text') fileName: string;
  @Column('text') sha256: string;
  /** Bytes. */
  @Column('bigint') size: number;
  @Column('text') note: string;
  @Column('uuid') sentBy: string;
  @Column('timestamp with time zone', { precision: 3 }) sentAt: Date;
}
