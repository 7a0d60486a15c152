import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '#domain/access/actor';

/** An account. Two accounts of one human being share `personId`, and are one pair of eyes. */
@Entity('users')
@Index('users_email', ['email'], { unique: true })
@Check('users_email_lower', 'email = lower(email)')
@Check('users_side', `(roles && ARRAY['applicant', 'signatory']) = (organisation_id IS NOT NULL)`)
@Check(
  'users_anonymised',
  `anonymised_at IS NULL OR (NOT is_active AND password_hash = '!' AND email = id || '@anonymised.invalid')`,
)
@Index('users_of_organisation', ['organisationId'])
export class User {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pk' }) id: string;
  /** Events of its own chain; 0 where it was made before accounts were told of, and never changed. */
  @Column('bigint', { default: 0 }) version: number;
  @Column('uuid') personId: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text') passwordHash: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('uuid', { nullable: true })
  @ForeignKey('Organisation', { name: 'users_organisation' })
  organisationId: string | null;
  @Column('boolean', { default: true }) isActive: boolean;
  /** Nobody is found, reached or let in by it any more. */
  @Column('timestamp with time zone', { precision: 3, nullable: true }) anonymisedAt: Date | null;
}
