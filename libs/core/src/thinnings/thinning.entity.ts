import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Material, ThinningRule } from '#domain/retention/retention';
import type { ThinningStatus } from '#domain/retention/thinning.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';

/** A list of what is due to be thinned, and in the end the record of what was. */
@Entity('thinnings')
@Check('thinnings_material', `material IN ('discardedDraft', 'abandonedDraft', 'refusedAttachments')`)
@Check(
  'thinnings_proposed',
  `num_nonnulls(proposed_by, proposed_by_person, proposed_at)
    = CASE WHEN status IN ('proposed', 'approved', 'carriedOut') THEN 3 ELSE 0 END`,
)
@Check(
  'thinnings_decided',
  `num_nonnulls(decided_by, decided_by_person, decided_at)
    = CASE WHEN status IN ('approved', 'carriedOut', 'kept') THEN 3 ELSE 0 END`,
)
@Check('thinnings_four_eyes', 'proposed_by_person <> decided_by_person')
@Check('thinnings_carried_out', `(status = 'carriedOut') = (carried_out_at IS NOT NULL)`)
@Index('thinnings_recent', { synchronize: false })
export class Thinning {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thinnings_pk' }) id: string;
  @Column('bigint') version: number;
  @Column('text') status: ThinningStatus;
  @Column('text') programmeCode: string;
  @Column('text') material: Material;
  /** As it was when the list was made. */
  @Column('jsonb') rule: ThinningRule;
  /** What happened on this day or before it was due when the list was made. */
  @Column('date') latestEvent: LocalDate;
  @Column('timestamp with time zone', { precision: 3 }) listedAt: Date;
  @Column('uuid', { nullable: true }) proposedBy: string | null;
  @Column('uuid', { nullable: true }) proposedByPerson: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) proposedAt: Date | null;
  /** Who approved it, or decided that it is kept. */
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('uuid', { nullable: true }) decidedByPerson: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) decidedAt: Date | null;
  /** The last that was said of it. */
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) carriedOutAt: Date | null;
}
