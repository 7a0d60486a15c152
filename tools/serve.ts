import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '#platform/config';
import { freePort } from '#platform/embedded';
import {
  announceRunning,
  appEnvironment,
  forgetRunning,
  lockFile,
  readSettings,
  root,
  stateDirectory,
  toolEnvironment,
  type DatabaseUrls,
  type Settings,
} from './environment.js';
import { migrate } from './migrate.js';
import { banner } from './supervisor/banner.js';
import { end, keepRunning, type Child } from './supervisor/child.js';
import { releaseLock, takeLock } from './supervisor/lock.js';
import { onEndOfNpm } from './supervisor/npm.js';
import { openDatabase } from './supervisor/open-database.js';
import { waitUntilReady } from './supervisor/readiness.js';
import { say, timed } from './supervisor/say.js';
import { watchSources } from './supervisor/watch.js';

type Options = {
  /** Given in development: called when a source changed, before api and worker start again. */
  rebuild?: () => Promise<void>;
};

/** Brings everything up in order, keeps it up, and takes it down in the reverse order. */
export async function serve({ rebuild }: Options = {}): Promise<void> {
  const settings = readSettings();
  const { holder, wasAbandoned } = takeLock(lockFile, settings.address);
  if (holder) return say(`Medel already runs in this folder, at ${holder.address} (process ${holder.pid}).`);

  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<never> | undefined;
  const shutDown = (exitCode: number, why: string): Promise<never> =>
    (stopping ??= takeDown(stops, exitCode, why));
  const giveUp = (why: string): void => void shutDown(1, why);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void shutDown(0, 'Stopping …'));
  onEndOfNpm(() => void shutDown(0, 'npm has ended. Stopping …'));

  try {
    await requireFreePort(settings, wasAbandoned ? 10_000 : 0);
    const database = await timed('Database', () => openDatabase(settings, giveUp));
    stops.push(database.stop);
    // Before anything is made with them, what is wrong with the settings is told, and that alone.
    loadConfig(appEnvironment(settings, database.urls));
    await timed('Migrations', () => migrateOrAdvise(settings, database.urls.ownerUrl));
    await timed('Data', () => seed(settings, database.urls, stops));

    const apps = await timed('API and worker', () => startApps(settings, database.urls, stops, giveUp));
    announceRunning({
      pid: process.pid,
      address: settings.address,
      redisUrl: settings.redisUrl,
      demo: settings.demo,
      ...database.urls,
    });
    say(banner(settings));
    if (rebuild) watchSources(rebuild, () => Promise.all(apps.map((app) => app.restart())));
  } catch (error) {
    // After a signal the steps fail because what they use was taken down: that is no news.
    await shutDown(1, (error as Error).message);
  }
}

async function takeDown(stops: (() => Promise<void>)[], exitCode: number, why: string): Promise<never> {
  say(why);
  forgetRunning();
  for (const stop of stops.reverse()) await stop().catch((error: Error) => say(error.message));
  releaseLock(lockFile);
  say(exitCode === 0 ? 'Medel has stopped.' : 'Medel is not running.');
  process.exit(exitCode);
}

/** After a start that was killed, its api may still be finishing what it had in hand. */
async function requireFreePort({ host, port }: Settings, patienceMs: number): Promise<void> {
  for (let waited = 0; !(await freePort(port, host)); waited += 100) {
    if (waited >= patienceMs)
      throw new Error(
        `Port ${port} is used by another program. Stop that program, or choose another port: MEDEL_PORT=${port + 1} npm start`,
      );
    await sleep(100);
  }
}

async function migrateOrAdvise(settings: Settings, ownerUrl: string): Promise<void> {
  try {
    await migrate(ownerUrl, say);
  } catch (error) {
    const advice = settings.databaseUrl
      ? ''
      : '\nTo throw the local database away and begin anew: npm run reset';
    throw new Error(`A migration failed: ${(error as Error).message}${advice}`, { cause: error });
  }
}

async function seed(settings: Settings, urls: DatabaseUrls, stops: (() => Promise<void>)[]): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      join(root, 'dist/tools/seed.js'),
      ...(settings.demo ? [] : ['--reference-only']),
    ],
    {
      cwd: root,
      env: toolEnvironment(settings, urls),
      stdio: 'inherit',
      detached: true,
    },
  );
  stops.push(() => end(child));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0)
    throw new Error(
      'The data could not be made: see above. To start without the demo: MEDEL_DEMO=off npm start',
    );
}

async function startApps(
  settings: Settings,
  urls: DatabaseUrls,
  stops: (() => Promise<void>)[],
  giveUp: (why: string) => void,
): Promise<Child[]> {
  const env = appEnvironment(settings, urls);
  const start = (name: string): Child =>
    keepRunning({
      name,
      script: join(root, `dist/apps/${name}/src/main.js`),
      cwd: root,
      env,
      logFile: join(stateDirectory, 'logs', `${name}.log`),
      giveUp,
    });
  const [api, worker] = [start('api'), start('worker')];
  let stopped = false;
  stops.push(async () => {
    stopped = true;
    await Promise.all([api.stop(), worker.stop()]);
  });
  await waitUntilReady(settings.address, api.lastLines, () => stopped);
  return [api, worker];
}

if (process.argv[1] === import.meta.filename) await serve();
