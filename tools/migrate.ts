import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { MigrationExecutor, type DataSource } from 'typeorm';
import { createOwnerDataSource } from '#platform/database';
import { readSettings } from './environment.js';
import { databaseNameOf, prepareDatabase } from './prepare-database.js';

/** Applies what is missing and names it. Two at the same time wait for each other. */
export async function migrate(ownerUrl: string, log: (line: string) => void = console.log): Promise<number> {
  const turn = new pg.Client({ connectionString: ownerUrl });
  const source = createOwnerDataSource(ownerUrl);
  await turn.connect();
  try {
    await turn.query(`SELECT pg_advisory_lock(hashtext('medel.migrate'))`);
    await source.initialize();
    const applied = await applyMissing(source);
    for (const name of applied) log(`  applied ${name}`);
    return applied.length;
  } finally {
    if (source.isInitialized) await source.destroy();
    await turn.end();
  }
}

/** Five minutes, of which each try waits for a moment. */
const TRIES = 300;
const PAUSE_MILLISECONDS = 700;
const LOCKED = ['55P03', '40P01'];

/**
 * Whoever waits for a table that people work on lets all others wait behind it, and may come to wait for one of them. So a
 * migration that does not get its locks at once (see `createOwnerDataSource`) is undone, lets the others pass, and is tried again.
 */
export async function applyMissing(source: DataSource): Promise<string[]> {
  const missing = await new MigrationExecutor(source).getPendingMigrations();
  for (let tries = 1; ; tries += 1) {
    try {
      await source.runMigrations();
      return missing.map(({ name }) => name);
    } catch (error) {
      if (tries === TRIES || !LOCKED.includes((error as pg.DatabaseError).code ?? '')) throw error;
      await setTimeout(PAUSE_MILLISECONDS);
    }
  }
}

/**
 * As a command of its own, for a server that is run without `npm start`. With DATABASE_ADMIN_URL the roles are made
 * first, with the passwords that the other three addresses carry.
 */
async function main(): Promise<void> {
  const { databaseAdminUrl, databaseOwnerUrl, databaseUrl, queueDatabaseUrl } = readSettings();
  if (!databaseOwnerUrl)
    throw new Error('DATABASE_OWNER_URL is missing: the connection of the role medel_owner.');
  if (databaseAdminUrl) {
    if (!databaseUrl || !queueDatabaseUrl)
      throw new Error('With DATABASE_ADMIN_URL, DATABASE_URL and QUEUE_DATABASE_URL must be set too.');
    const password = (url: string): string => decodeURIComponent(new URL(url).password);
    await prepareDatabase(databaseAdminUrl, {
      database: databaseNameOf(databaseOwnerUrl),
      passwords: {
        medel_owner: password(databaseOwnerUrl),
        medel_app: password(databaseUrl),
        medel_queue: password(queueDatabaseUrl),
      },
    });
  }
  const count = await migrate(databaseOwnerUrl);
  console.log(count === 0 ? 'The database is up to date' : `${count} migrations applied`);
}

if (process.argv[1] === import.meta.filename) {
  await main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
