import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { OrganisationMember } from './organisation-member.entity.js';
import { Organisation } from './organisation.entity.js';

@Injectable()
export class OrganisationRepository {
  constructor(private readonly database: Database) {}

  /** Adds recipients and memberships that are not there yet. */
  async add(organisations: Organisation[], members: OrganisationMember[]): Promise<void> {
    const insert = () => this.database.manager.createQueryBuilder().insert().orIgnore();
    if (organisations.length > 0) await insert().into(Organisation).values(organisations).execute();
    if (members.length > 0) await insert().into(OrganisationMember).values(members).execute();
  }
}
