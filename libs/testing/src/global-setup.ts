import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

declare global {
  var medelTestServer: ChildProcess | undefined;
}

/** Jest loads this file by itself: it knows none of our names, so the work is done in a process that does. */
export default async function setUp(): Promise<void> {
  // Somebody has one for us, and stops it: a suite that runs jest itself.
  if (process.env['MEDEL_TEST_SERVER']) return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  const server = spawn(process.execPath, ['dist/libs/testing/src/test-server.js'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  globalThis.medelTestServer = server;
  const [addresses] = (await Promise.race([
    once(server, 'message'),
    once(server, 'exit').then(() => {
      throw new Error('The PostgreSQL of the tests did not start');
    }),
  ])) as [unknown];
  process.env['MEDEL_TEST_SERVER'] = JSON.stringify(addresses);
}
