import { once } from 'node:events';

export default async function tearDown() {
  const server = globalThis.medelTestServer;
  if (!server || server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}
