import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#domain/shared/local-date';

/** What is said of a file that is gone. Its name may have told of somebody. */
export interface ThinnedFile {
  fileType: string;
  sha256: string;
  /** Bytes. */
  size: number;
}

/** One case on a list, and what became of it there. */
@Entity('thinning_items')
@Check('thinning_items_outcome', `outcome IN ('thinned', 'exempt')`)
@Index('thinning_items_of_application', ['applicationId'])
export class ThinningItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thinning_items_pk' })
  @ForeignKey('Thinning', { name: 'thinning_items_thinning' })
  thinningId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thinning_items_pk' })
  @ForeignKey('Application', { name: 'thinning_items_application' })
  applicationId: string;
  @Column('uuid') organisationId: string;
  @Column('date') eventOn: LocalDate;
  @Column('jsonb', { nullable: true }) files: ThinnedFile[] | null;
  /** `exempt`: it was due no longer when the list was carried out. */
  @Column('text', { nullable: true }) outcome: 'thinned' | 'exempt' | null;
}
