import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '#platform/config';
import { HeardClient } from './heard-client.js';
import { SnakeNaming } from './naming.js';

// Kronor are at most 10^12 and counts less: both are safe integers, so bigint arrives as a number.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A calendar day is a string; a Date would carry a time zone that it does not have.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** How the runtime role connects. Timeouts end what hangs, so that a lock is never held for ever. */
export function connectionOptions(config: Config): pg.ClientConfig {
  return {
    connectionString: config.databaseUrl,
    application_name: 'medel',
    pipeline: true,
    // Every set of filters is a statement of its own, so a plan made once serves all its values; making it again at
    // each call, as PostgreSQL prefers under row security, costs as much as the reading itself.
    options: '-c plan_cache_mode=force_generic_plan -c jit=off',
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
  };
}

export function runtimeOptions(config: Config): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    namingStrategy: new SnakeNaming(),
    entities: [],
    synchronize: false,
    migrationsRun: false,
    applicationName: 'medel',
    installExtensions: false,
    extra: {
      ...connectionOptions(config),
      Client: HeardClient,
      max: config.databasePoolSize,
      // A connection that is let go takes all its plans with it, and making them costs more than the work of a while.
      idleTimeoutMillis: 10 * 60_000,
    },
  };
}

/** The owner's connection, for migrations only. */
export function createOwnerDataSource(url: string): DataSource {
  const root = new URL('../../../../', import.meta.url).pathname;
  return new DataSource({
    type: 'postgres',
    url,
    namingStrategy: new SnakeNaming(),
    entities: [`${root}libs/core/src/**/*.entity.{js,ts}`],
    migrations: [`${root}migrations/*.{js,ts}`],
    migrationsTransactionMode: 'each',
    installExtensions: false,
    // Less than what PostgreSQL waits before it looks for a deadlock (1 s): it is the migration that gives up, and no request.
    extra: { lock_timeout: 300 },
  });
}
