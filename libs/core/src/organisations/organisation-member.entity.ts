import { Entity, ForeignKey, PrimaryColumn, Index } from 'typeorm';

/** A municipality that is a member of a region or of a municipal association. */
@Entity('organisation_members')
@Index('organisation_members_of_member', ['memberId'])
export class OrganisationMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_members_pk' })
  @ForeignKey('Organisation', { name: 'organisation_members_organisation' })
  organisationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_members_pk' })
  @ForeignKey('Organisation', { name: 'organisation_members_member' })
  memberId: string;
}
