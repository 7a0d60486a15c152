import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationMember } from './organisation-member.entity.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationQueries } from './organisation.queries.js';
import { OrganisationRepository } from './organisation.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([Organisation, OrganisationMember])],
  providers: [OrganisationQueries, OrganisationRepository],
  exports: [OrganisationQueries, OrganisationRepository],
})
export class OrganisationsModule {}
