import { join, resolve } from 'node:path';
import pg from 'pg';
import { freePort, removeEmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded';
import { migrate } from '../../../tools/migrate.js';
import { prepareDatabase } from '../../../tools/prepare-database.js';
import { seedReference } from '../../../tools/seed-reference.js';

/**
 * The PostgreSQL of a test run, in a process of its own: a database with the tables, the reference data and the demo
 * accounts, from which every suite makes its copy. Tells its addresses to who started it, and ends with it. A suite
 * that kills it names a directory of its own, and only there is anything written to disk before it is needed.
 */
const ofItsOwn = process.argv[2];
const directory = resolve(ofItsOwn ?? '.medel/test-postgres');
await removeEmbeddedPostgres(directory);
const postgres = await startEmbeddedPostgres({
  directory,
  port: ofItsOwn ? await portToKeep() : 0,
  isDurable: ofItsOwn !== undefined,
});
const stop = () => void postgres.stop().then(() => process.exit(0));
process.on('SIGTERM', stop);
process.on('disconnect', stop);

const template = 'medel_template';
const passwordsFile = join(directory, 'roles.json');
const urls = await prepareDatabase(postgres.superuserUrl, { database: template, passwordsFile });
await migrate(urls.ownerUrl, () => undefined);
await seedReference(urls);
const admin = new pg.Client({ connectionString: postgres.superuserUrl });
await admin.connect();
await admin.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
await admin.end();

process.send!({ home: postgres.home, adminUrl: postgres.superuserUrl, template, ...urls });

/** Below those that systems give to connections as they come: nobody else is given it while PostgreSQL lies dead. */
async function portToKeep(): Promise<number> {
  for (;;) {
    const port = await freePort(20_000 + Math.floor(Math.random() * 10_000));
    if (port !== undefined) return port;
  }
}
