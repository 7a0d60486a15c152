import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { clearLeftover } from './postmaster.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './postgres.js';

const directory = mkdtempSync(join(tmpdir(), 'medel-embedded-'));
const running: EmbeddedPostgres[] = [];
let home = '';

async function start(port = 0): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ directory, port });
  running.push(server);
  home = server.home;
  return server;
}

async function ask(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const postmasterPid = (): number =>
  Number.parseInt(readFileSync(join(home, 'data/postmaster.pid'), 'utf8'), 10);

describe('the embedded PostgreSQL', () => {
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
  });
  afterAll(() => {
    for (const path of [directory, home]) rmSync(path, { recursive: true, force: true });
  });

  it('starts in an empty directory, sorts as in Swedish and leaves nothing running', async () => {
    const server = await start();
    const letters = await ask(server.superuserUrl, `SELECT x FROM unnest('{ö,z,ä,å}'::text[]) x ORDER BY x`);
    expect(letters).toEqual(['z', 'å', 'ä', 'ö']);
    expect(await ask(server.superuserUrl, 'SHOW fsync')).toEqual(['on']);
    await server.stop();
    await server.exited;
    expect(existsSync(join(home, 'data/postmaster.pid'))).toBe(false);
  });

  it('refuses a wrong password', async () => {
    const { port } = await start();
    const wrong = `postgresql://postgres:wrong@127.0.0.1:${port}/postgres`;
    await expect(ask(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('replaces a server that an earlier start left running, and keeps its data', async () => {
    const earlier = await start();
    await ask(earlier.superuserUrl, 'CREATE TABLE kept AS SELECT 7 AS n');
    const earlierPid = postmasterPid();
    const later = await start();
    await earlier.exited;
    expect(postmasterPid()).not.toBe(earlierPid);
    expect(await ask(later.superuserUrl, 'SELECT n FROM kept')).toEqual([7]);
  });

  it('recovers when the server was killed', async () => {
    const killed = await start();
    process.kill(postmasterPid(), 'SIGKILL');
    await killed.exited;
    const later = await start();
    expect(await ask(later.superuserUrl, 'SELECT 1')).toEqual([1]);
  });

  it('leaves no pid file of a server that was killed while it was asked to stop', async () => {
    await start();
    const pid = postmasterPid();
    process.kill(pid, 'SIGSTOP');
    const cleared = clearLeftover(join(home, 'data'), () => undefined);
    await sleep(100);
    process.kill(pid, 'SIGKILL');
    await cleared;
    expect(existsSync(join(home, 'data/postmaster.pid'))).toBe(false);
  });

  it('repairs a pid file whose number now belongs to another program', async () => {
    await (await start()).stop();
    writeFileSync(join(home, 'data/postmaster.pid'), `${process.ppid}\n${home}/data\n`);
    const server = await start();
    expect(await ask(server.superuserUrl, 'SELECT 1')).toEqual([1]);
  });

  it('says which port is taken and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as { port: number };
    await expect(start(port)).rejects.toThrow(
      `Port ${port}, meant for the database, is used by another program. Stop that program, or choose another port: MEDEL_POSTGRES_PORT=${port + 1} npm start`,
    );
    other.close();
  });
});
