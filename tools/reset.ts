import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeEmbeddedPostgres } from '#platform/embedded';
import {
  embeddedDirectory,
  lockFile,
  readSettings,
  sealKeyFile,
  secondFactorKeyFile,
  stateDirectory,
} from './environment.js';
import { lockHolder } from './supervisor/lock.js';

/** Back to the state of a fresh clone: the embedded database, its passwords and keys, and the stored files are removed. */
async function reset(): Promise<void> {
  const { databaseUrl, storageDirectory } = readSettings();
  const holder = lockHolder(lockFile);
  if (holder)
    throw new Error(`Medel runs at ${holder.address} (process ${holder.pid}). Stop it first, with Ctrl-C.`);
  if (databaseUrl)
    throw new Error(
      'DATABASE_URL is set: a database on a server of your own is never removed from here. Do it by hand: DROP DATABASE medel',
    );
  const removed = await removeEmbeddedPostgres(embeddedDirectory);
  const secrets = [join(stateDirectory, 'roles.json'), secondFactorKeyFile, sealKeyFile];
  for (const path of [...secrets, storageDirectory]) {
    if (!existsSync(path)) continue;
    rmSync(path, { recursive: true });
    removed.push(path);
  }
  console.log(removed.length === 0 ? 'There was nothing to remove.' : ['Removed:', ...removed].join('\n  '));
}

await reset().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
