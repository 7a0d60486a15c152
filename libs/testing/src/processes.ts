import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { Config } from '#platform/config';
import { freePort } from '#platform/embedded';
import { Client } from './client.js';
import type { TestServer } from './medel.js';
import { until } from './until.js';

/** One of the two processes as it runs in earnest: built, on its own, and mortal. */
export class ChildServer {
  private child: ChildProcess | undefined;

  constructor(
    private readonly program: string,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly isReady: () => Promise<boolean>,
    /** An open file for what it logs. */
    private readonly log: number | 'inherit' = 'inherit',
  ) {}

  get isAlive(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  async start(): Promise<void> {
    // With a channel to us: should we die, it ends by itself (`exitWithParent`).
    this.child = spawn(process.execPath, [this.program], {
      env: { ...process.env, ...this.environment },
      stdio: ['ignore', this.log, 'inherit', 'ipc'],
    });
    // A machine that does much else starts slowly; that is no fault.
    await until(
      async () => {
        if (!this.isAlive) throw new Error(`${this.program} ended at its start`);
        return this.isReady();
      },
      { seconds: 240 },
    );
  }

  /** Gives it no time to tidy up. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!this.child || !this.isAlive) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

/** API and worker of `config` as processes of their own; not yet started. */
export async function startProcesses(
  config: Config,
  log?: number,
): Promise<{ address: string; api: ChildServer; worker: ChildServer }> {
  const port = (await freePort(0))!;
  const address = `http://${config.host}:${port}`;
  const environment = {
    DATABASE_URL: config.databaseUrl,
    QUEUE_DATABASE_URL: config.queueDatabaseUrl,
    REDIS_URL: config.redisUrl ?? '',
    CLAMAV_SOCKET: config.scanner ? addressOf(config.scanner) : '',
    MEDEL_HOST: config.host,
    MEDEL_PORT: String(port),
    MEDEL_PUBLIC_ORIGIN: address,
    MEDEL_DEMO: 'on',
    MEDEL_STORAGE_DIR: config.storageDirectory,
    MEDEL_SECOND_FACTOR_KEY: config.secondFactor.key.toString('base64'),
    MEDEL_SEAL_KEY: config.sealKey ?? '',
    MEDEL_EXPORTS_PER_USER: String(config.exports.perUser),
    MEDEL_EXPORTS_TOTAL: String(config.exports.total),
    MEDEL_LOG_LEVEL: config.logLevel,
  };
  const answers = () =>
    new Client(address).get('//health/ready').then(
      ({ status }) => status === 200,
      () => false,
    );
  return {
    address,
    api: new ChildServer('dist/apps/api/src/main.js', environment, answers, log),
    worker: new ChildServer('dist/apps/worker/src/main.js', environment, async () => true, log),
  };
}

const addressOf = (scanner: NonNullable<Config['scanner']>) =>
  'path' in scanner ? scanner.path : `${scanner.host}:${scanner.port}`;

/** A PostgreSQL for one suite alone, with the template database in it: of this build, or of one that lies elsewhere. */
export async function startTestServer(
  directory: string,
  root = '.',
): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const program = join(root, 'dist/libs/testing/src/test-server.js');
  const child = spawn(process.execPath, [program, resolve(directory)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [server] = (await once(child, 'message')) as [TestServer];
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { server, stop };
}
