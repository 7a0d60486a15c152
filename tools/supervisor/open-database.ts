import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded';
import { embeddedDirectory, stateDirectory, type DatabaseUrls, type Settings } from '../environment.js';
import { databaseNameOf, prepareDatabase } from '../prepare-database.js';
import { restartBudget } from './restarts.js';
import { say } from './say.js';

type OpenDatabase = { urls: DatabaseUrls; stop(): Promise<void> };

const passwordsFile = join(stateDirectory, 'roles.json');

/**
 * DATABASE_URL and DATABASE_OWNER_URL: roles that an administrator made, used as they are. DATABASE_URL alone: an
 * administrator of an existing server, where the roles are made. Neither: the PostgreSQL in node_modules.
 */
export async function openDatabase(settings: Settings, giveUp: (why: string) => void): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl, queueDatabaseUrl = databaseUrl } = settings;
  if (databaseUrl && databaseOwnerUrl && queueDatabaseUrl) {
    return {
      urls: { ownerUrl: databaseOwnerUrl, appUrl: databaseUrl, queueUrl: queueDatabaseUrl },
      stop: async () => {},
    };
  }
  if (databaseOwnerUrl) throw new Error('DATABASE_OWNER_URL is set, so DATABASE_URL must be set too.');
  if (databaseUrl) {
    const database = databaseNameOf(databaseUrl);
    return { urls: await prepareDatabase(databaseUrl, { database, passwordsFile }), stop: async () => {} };
  }
  const server = await keepPostgres(settings.postgresPort, giveUp);
  try {
    return { urls: await prepareDatabase(server.superuserUrl, { passwordsFile }), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The embedded server, started again at once whenever it dies. */
async function keepPostgres(port: number, giveUp: (why: string) => void) {
  const start = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({ directory: embeddedDirectory, port, log: say });
  const nextDelay = restartBudget();
  let stopped = false;
  let server = await start();
  if (server.home !== embeddedDirectory) say(`The database lies in ${server.home}`);

  const watch = async (): Promise<void> => {
    for (;;) {
      await server.exited;
      if (stopped) return;
      if (nextDelay() === undefined)
        throw new Error('The database server ended for the sixth time in a minute.');
      say('The database server ended unexpectedly. Starting it again');
      server = await start();
    }
  };
  watch().catch((error: Error) => giveUp(`${error.message}\nIts log: ${join(server.home, 'postgres.log')}`));

  return {
    superuserUrl: server.superuserUrl,
    stop: async () => {
      stopped = true;
      await server.stop();
    },
  };
}
