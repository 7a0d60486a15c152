import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '#platform/config';
import { DataSource } from 'typeorm';
import { BulkLoads } from './bulk-load.js';
import { connectPatiently } from './connect-patiently.js';
import { Database } from './database.js';
import { Notices } from './notices.js';
import { ReadLanes } from './read-lanes.js';
import { runtimeOptions } from './data-source.js';
import { SchemaVersion } from './schema-version.js';
import { Snapshots } from './snapshot.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        ...runtimeOptions(config),
        autoLoadEntities: true,
        retryAttempts: 0,
      }),
      dataSourceFactory: (options) => connectPatiently(new DataSource(options!)),
    }),
  ],
  providers: [BulkLoads, Database, Notices, ReadLanes, SchemaVersion, Snapshots],
  exports: [BulkLoads, Database, Notices, Snapshots],
})
export class DatabaseModule {}
