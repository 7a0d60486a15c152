import pg from 'pg';
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
    const applied = await source.runMigrations();
    for (const { name } of applied) log(`  applied ${name}`);
    return applied.length;
  } finally {
    if (source.isInitialized) await source.destroy();
    await turn.end();
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
