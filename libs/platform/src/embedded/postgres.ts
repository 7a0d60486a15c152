import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { binariesFor } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { dataDirectoryOf, embeddedHome, makeHome } from './home.js';
import { readLogFrom, sizeOf } from './log-file.js';
import { freePort } from './port.js';
import { clearLeftover } from './postmaster.js';
import { systemUserFor, type SystemUser } from './system-user.js';

export type EmbeddedPostgresOptions = {
  /** Holds data, log and password; made if missing. */
  directory: string;
  /** 0 picks a free one. */
  port?: number;
  /** Whether what is committed outlives the machine, as it must wherever it is not for tests alone. */
  isDurable?: boolean;
  log?: (line: string) => void;
};

export type EmbeddedPostgres = {
  port: number;
  superuserUrl: string;
  /** Where the files really are: see `embeddedHome`. */
  home: string;
  /** Resolves when the server has ended, for whatever reason. */
  exited: Promise<void>;
  /** Disconnects everybody, writes all to disk, waits for the end. */
  stop(): Promise<void>;
};

type Attempt = {
  program: string;
  data: string;
  port: number;
  user: SystemUser;
  logFile: string;
  isDurable: boolean;
  url: string;
};

const startLimitMs = 30_000;

/** Starts the PostgreSQL of the npm package on 127.0.0.1. Whatever an earlier start left behind is put in order first. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {});
  const home = embeddedHome(options.directory);
  const data = dataDirectoryOf(home);
  const user = systemUserFor(data);
  makeHome(home);
  const binaries = await binariesFor(user, home, log);
  const password = await ensureCluster({ home, data, user, initdb: binaries.initdb, log });
  await clearLeftover(data, log);

  const wanted = options.port ?? 0;
  const port = await freePort(wanted);
  if (port === undefined) throw portTaken(wanted);
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const logFile = join(home, 'postgres.log');
  const { isDurable = true } = options;
  const attempt = { program: binaries.postgres, data, port, user, logFile, isDurable, url };
  const server = await startPatiently(attempt);
  return { port, superuserUrl: url, home, exited: ended(server), stop: () => stop(server) };
}

/** After SIGKILL of the postmaster its children need a moment to leave the shared memory. */
async function startPatiently(attempt: Attempt): Promise<ChildProcess> {
  for (let waited = 0; ; waited += 50) {
    const logStart = sizeOf(attempt.logFile);
    const server = launch(attempt);
    if (await ready(server, attempt.url)) return server;
    await stop(server);
    const complaint = readLogFrom(attempt.logFile, logStart);
    if (/could not bind|Address already in use/.test(complaint)) throw portTaken(attempt.port);
    if (!/pre-existing shared memory block/.test(complaint) || waited > startLimitMs / 2)
      throw new Error(`PostgreSQL did not start. The end of ${attempt.logFile}:\n${complaint}`);
    await sleep(50);
  }
}

function launch({ program, data, port, user, logFile, isDurable }: Attempt): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    fsync: isDurable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl-C in the terminal must reach the supervisor only, which stops the database last. The log goes to a
  // file rather than through a pipe, so that the server outlives us without an error.
  const output = openSync(logFile, 'a', 0o600);
  const server = spawn(program, ['-D', data, ...flags], {
    ...user,
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  stopWhenWeDie(server, user);
  return server;
}

/** A shell that reads from us until we are gone, even by SIGKILL, and then asks the server to stop. */
function stopWhenWeDie(server: ChildProcess, user: SystemUser): void {
  if (process.platform === 'win32' || server.pid === undefined) return;
  const watch = spawn('/bin/sh', ['-c', 'read _; kill -INT "$0"', String(server.pid)], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watch.on('error', () => {});
  watch.unref();
  server.once('exit', () => watch.kill('SIGKILL'));
}

async function ready(server: ChildProcess, connectionString: string): Promise<boolean> {
  for (const deadline = performance.now() + startLimitMs; performance.now() < deadline && alive(server);) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return true;
    } catch {
      await sleep(25);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

async function stop(server: ChildProcess): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!alive(server)) return;
    server.kill(signal);
    await Promise.race([ended(server), sleep(20_000, undefined, { ref: false })]);
  }
}

const alive = (server: ChildProcess): boolean =>
  server.pid !== undefined && server.exitCode === null && server.signalCode === null;

const ended = async (server: ChildProcess): Promise<void> =>
  void (alive(server) && (await once(server, 'exit')));

const portTaken = (port: number): Error =>
  new Error(
    `Port ${port}, meant for the database, is used by another program. ` +
      `Stop that program, or choose another port: MEDEL_POSTGRES_PORT=${port + 1} npm start`,
  );
