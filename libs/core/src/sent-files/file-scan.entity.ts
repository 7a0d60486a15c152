import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FileScanStatus } from '#domain/files/file-scan.lifecycle';
import type { ScanFault } from '#platform/scanner';

/** The quarantine of a file that was sent, and what the scanner said of it. Has the id of what owns the file. */
@Entity('file_scans')
@Check('file_scans_scanned', `(status = 'waiting') = (scanned_at IS NULL)`)
@Check('file_scans_signature', `(status = 'infected') = (signature IS NOT NULL)`)
@Check(
  'file_scans_fault',
  `fault IN ('unreachable', 'tooSlow', 'cutOff', 'garbled', 'refused', 'fileUnreadable')`,
)
@Index('file_scans_file', ['fileKey'], { unique: true })
@Index('file_scans_waiting', ['orderedAt'], { where: `status = 'waiting'` })
export class FileScan {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'file_scans_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: FileScanStatus;
  @Column('uuid') organisationId: string;
  @Column('text') fileKey: string;
  @Column('timestamp with time zone', { precision: 3 }) orderedAt: Date;
  /** What was found, as the scanner calls it. */
  @Column('text', { nullable: true }) signature: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) scannedAt: Date | null;
  /** How often nobody could say, and why the last time. */
  @Column('integer', { default: 0 }) tries: number;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) triedAt: Date | null;
  @Column('text', { nullable: true }) fault: ScanFault | null;
}
