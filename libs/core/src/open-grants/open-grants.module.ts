import { Module } from '@nestjs/common';
import { OpenGrantsFiles } from './open-grants.files.js';
import { OpenGrantsQueries } from './open-grants.queries.js';

@Module({
  providers: [OpenGrantsFiles, OpenGrantsQueries],
  exports: [OpenGrantsFiles, OpenGrantsQueries],
})
export class OpenGrantsModule {}
