import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { emailOf, DEMO_PASSWORD } from '#core/demo';
import { dataDirectoryOf, freePort, removeEmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded';
import { appEnvironment, readSettings, root, stateDirectory, type DatabaseUrls } from '../environment.js';
import { migrate } from '../migrate.js';
import { prepareDatabase } from '../prepare-database.js';
import { loadReference } from '../seed-reference.js';
import { DemoSeed } from '#core/demo';
import { withSeeds } from '../seed/context.js';
import { addSyntheticCases } from '../seed/scale.js';

/** A Medel of its own for measuring: database, API and, where asked for, servers to compare with. */
export interface World {
  address: string;
  urls: DatabaseUrls;
  /** The owner's connection. */
  owner: pg.Pool;
  /** Headers of a signed-in demo account. */
  signIn(name: string): Promise<Record<string, string>>;
  /** The process id of the one worker, which is started where none was asked for before. */
  worker(): Promise<number>;
  /** A bare server that answers with this statement. */
  base(statement: { text: string; values: unknown[] }, takesId: boolean): Promise<string>;
  /** Kills PostgreSQL as a crash would, and starts it again on the same port; resolves when it answers. */
  killDatabase(): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(cases: number, say: (line: string) => void, name = 'bench'): Promise<World> {
  const directory = join(stateDirectory, `${name}-postgres`);
  await removeEmbeddedPostgres(directory);
  let postgres = await startEmbeddedPostgres({ directory, port: 0 });
  const urls = await prepareDatabase(postgres.superuserUrl, { passwordsFile: join(directory, 'roles.json') });
  await migrate(urls.ownerUrl, () => undefined);
  await withSeeds(urls, async (seeds) => {
    await loadReference(seeds);
    await seeds.get(DemoSeed).run();
    await addSyntheticCases(seeds, urls.ownerUrl, cases, say);
  });
  const owner = new pg.Pool({ connectionString: urls.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  const children: ChildProcess[] = [];
  const storageDirectory = join(directory, 'storage');
  let worker: number | undefined;
  const address = await startApi(urls, storageDirectory, children);
  return {
    address,
    urls,
    owner,
    signIn: (name) => signIn(address, name),
    worker: async () => (worker ??= startWorker(urls, storageDirectory, children)),
    base: (statement, takesId) => startBase({ databaseUrl: urls.ownerUrl, ...statement, takesId }, children),
    async killDatabase() {
      const { port, home, exited } = postgres;
      process.kill(
        Number(readFileSync(join(dataDirectoryOf(home), 'postmaster.pid'), 'utf8').split('\n')[0]),
        'SIGKILL',
      );
      await exited;
      postgres = await startEmbeddedPostgres({ directory, port });
    },
    async stop() {
      for (const child of children) await end(child);
      await owner.end();
      await postgres.stop();
      await removeEmbeddedPostgres(directory);
    },
  };
}

function environmentOf(urls: DatabaseUrls, storageDirectory: string, port: number): NodeJS.ProcessEnv {
  const settings = { ...readSettings(), port, storageDirectory };
  return { ...appEnvironment(settings, urls), MEDEL_LOG_LEVEL: 'warn' };
}

function startWorker(urls: DatabaseUrls, storageDirectory: string, children: ChildProcess[]): number {
  const worker = fork(join(root, 'dist/apps/worker/src/main.js'), {
    env: environmentOf(urls, storageDirectory, 0),
    stdio: 'inherit',
  });
  children.push(worker);
  return worker.pid!;
}

async function startApi(
  urls: DatabaseUrls,
  storageDirectory: string,
  children: ChildProcess[],
): Promise<string> {
  const port = (await freePort(0))!;
  const env = environmentOf(urls, storageDirectory, port);
  children.push(fork(join(root, 'dist/apps/api/src/main.js'), { env, stdio: 'inherit' }));
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 1_200; tries += 1) {
    const ready = await fetch(`${address}/health/ready`)
      .then((answer) => answer.ok)
      .catch(() => false);
    if (ready) return address;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The API did not become ready');
}

async function startBase(told: object, children: ChildProcess[]): Promise<string> {
  const child = fork(join(root, 'dist/tools/bench/base-server.js'), { stdio: 'inherit' });
  children.push(child);
  child.send(told);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return `http://127.0.0.1:${port}`;
}

async function signIn(address: string, name: string): Promise<Record<string, string>> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: emailOf(name), password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${name} could not sign in: ${await response.text()}`);
  return { cookie: response.headers.getSetCookie()[0]!.split(';')[0]! };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
