import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AccountingImportStatus } from '#domain/reports/accounting/accounting-import.lifecycle';
import type { AccountedSum, MappedAccounting } from '#domain/reports/accounting/cost-mapping';
import type { FileEncoding } from '#domain/reports/accounting/file-text';
import type { Finding } from '#domain/shared/finding';
import type { AccountingFormat, AccountingMapping } from './read-file.js';

/** A file of booked rows, how it was mapped, and what it then comes to. The file is kept and never changed. */
@Entity('accounting_imports')
@Check('accounting_imports_format', `format IN ('sie', 'csv')`)
@Check('accounting_imports_encoding', `encoding IN ('cp437', 'utf8', 'latin1')`)
@Check(
  'accounting_imports_adopted',
  `status <> 'adopted' OR (finding_count = 0 AND adopted_by IS NOT NULL AND adopted_at IS NOT NULL)`,
)
@Index('accounting_imports_of_report', ['reportId', 'importedAt'])
@Index('accounting_imports_of_organisation', ['organisationId', 'importedAt'])
export class AccountingImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'accounting_imports_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: AccountingImportStatus;
  @Column('uuid') organisationId: string;
  @Column('uuid')
  @ForeignKey('Report', { name: 'accounting_imports_report' })
  reportId: string;
  @Column('text') fileKey: string;
  @Column('text') fileName: string;
  @Column('text') sha256: string;
  /** Bytes. */
  @Column('bigint') size: number;
  @Column('text') format: AccountingFormat;
  @Column('text') encoding: FileEncoding;
  /** Who keeps the books, as the file says. */
  @Column('jsonb') company: { name: string | null; number: string | null };
  @Column('jsonb') mapping: AccountingMapping;
  /** The years that the report accounts for. */
  @Column('integer', { array: true }) years: number[];
  @Column('jsonb') counts: MappedAccounting['counts'] & { verifications: number };
  @Column('jsonb') sums: AccountedSum[];
  /** The first of them; `findingCount` is how many there are. */
  @Column('jsonb') findings: Finding[];
  @Column('integer') findingCount: number;
  @Column('uuid') importedBy: string;
  @Column('timestamp with time zone', { precision: 3 }) importedAt: Date;
  @Column('uuid', { nullable: true }) adoptedBy: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) adoptedAt: Date | null;
}
