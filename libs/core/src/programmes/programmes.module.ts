import { Module } from '@nestjs/common';
import { ProgrammeQueries } from './programme.queries.js';

@Module({
  providers: [ProgrammeQueries],
  exports: [ProgrammeQueries],
})
export class ProgrammesModule {}
