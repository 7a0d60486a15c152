import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ensureBuilt } from '../../../tools/bootstrap.mjs';

/** Jest loads this file by itself: it knows none of our names, so the work is done in a process that does. */
export default async function setUp() {
  // Somebody has one for us, and stops it: a suite that runs jest itself, or the project before this one.
  if (process.env.MEDEL_TEST_SERVER) return;
  await ensureBuilt({ clean: false });
  execFileSync(process.execPath, ['libs/testing/jest/build-specs.mjs'], { stdio: 'inherit' });
  const server = spawn(process.execPath, ['dist/libs/testing/src/test-server.js'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  globalThis.medelTestServer = server;
  const [addresses] = await Promise.race([
    once(server, 'message'),
    once(server, 'exit').then(() => {
      throw new Error('The PostgreSQL of the tests did not start');
    }),
  ]);
  process.env.MEDEL_TEST_SERVER = JSON.stringify(addresses);
}
