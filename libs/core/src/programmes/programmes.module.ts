import { Module } from '@nestjs/common';
import { MeasuresModule } from '#core/measures';
import { OrganisationsModule } from '#core/organisations';
import { ProgrammeQueries } from './programme.queries.js';

@Module({
  imports: [MeasuresModule, OrganisationsModule],
  providers: [ProgrammeQueries],
  exports: [ProgrammeQueries],
})
export class ProgrammesModule {}
