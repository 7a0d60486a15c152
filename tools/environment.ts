import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lockHolder } from './supervisor/lock.js';

/** The only file of the tools that reads environment variables. */
const env = process.env;

export const root = findRoot(import.meta.dirname);
/** All that a start leaves behind, except a database that had to move out (see `embeddedHome`). */
export const stateDirectory = join(root, '.medel');
export const embeddedDirectory = join(stateDirectory, 'postgres');
export const lockFile = join(stateDirectory, 'serve.lock');
const runningFile = join(stateDirectory, 'running.json');
/** What secrets are encrypted with and audit seals are signed with, where nobody has told. */
export const secondFactorKeyFile = join(stateDirectory, 'second-factor.key');
export const sealKeyFile = join(stateDirectory, 'seal.key');

/** Whether our parent is npm (or the shell that it runs scripts in). */
export const startedByNpm = env['npm_lifecycle_event'] !== undefined;

export type DatabaseUrls = { ownerUrl: string; appUrl: string; queueUrl: string };

export type Settings = {
  host: string;
  port: number;
  /** Where a browser on this machine finds Medel. */
  address: string;
  demo: boolean;
  storageDirectory: string;
  postgresPort: number;
  redisUrl?: string;
  /** What the person set; `openDatabase` says what each combination means. */
  databaseUrl?: string;
  databaseOwnerUrl?: string;
  queueDatabaseUrl?: string;
  databaseAdminUrl?: string;
};

export function readSettings(): Settings {
  const host = env['MEDEL_HOST'] || '127.0.0.1';
  const port = portOf('MEDEL_PORT', 3000);
  const anyHost = host === '0.0.0.0' || host === '::';
  return {
    host,
    port,
    address: `http://${anyHost ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`,
    demo: env['MEDEL_DEMO'] !== 'off',
    storageDirectory: resolve(root, env['MEDEL_STORAGE_DIR'] || '.medel/storage'),
    postgresPort: portOf('MEDEL_POSTGRES_PORT', 54329),
    redisUrl: env['REDIS_URL'] || undefined,
    databaseUrl: env['DATABASE_URL'] || undefined,
    databaseOwnerUrl: env['DATABASE_OWNER_URL'] || undefined,
    queueDatabaseUrl: env['QUEUE_DATABASE_URL'] || undefined,
    databaseAdminUrl: env['DATABASE_ADMIN_URL'] || undefined,
  };
}

/** The environment of api and worker: they get the runtime roles, and never the owner's or an administrator's. */
export function appEnvironment(settings: Settings, urls: DatabaseUrls): NodeJS.ProcessEnv {
  return {
    ...env,
    DATABASE_ADMIN_URL: undefined,
    DATABASE_OWNER_URL: undefined,
    DATABASE_URL: urls.appUrl,
    QUEUE_DATABASE_URL: urls.queueUrl,
    MEDEL_HOST: settings.host,
    MEDEL_PORT: String(settings.port),
    MEDEL_DEMO: settings.demo ? 'on' : 'off',
    MEDEL_STORAGE_DIR: settings.storageDirectory,
    MEDEL_SECOND_FACTOR_KEY:
      env['MEDEL_SECOND_FACTOR_KEY'] || keptKey(secondFactorKeyFile, () => randomBytes(32)),
    MEDEL_SEAL_KEY: env['MEDEL_SEAL_KEY'] || keptKey(sealKeyFile, sealKey),
    MEDEL_SUPERVISOR_PID: String(process.pid),
    // As in the Dockerfile: one pool for what threads allocate, since memory that one freed is not used by the next.
    MALLOC_ARENA_MAX: env['MALLOC_ARENA_MAX'] ?? '1',
  };
}

/** What seeding gets: as the apps, and the owner's connection. */
export const toolEnvironment = (settings: Settings, urls: DatabaseUrls): NodeJS.ProcessEnv => ({
  ...appEnvironment(settings, urls),
  DATABASE_OWNER_URL: urls.ownerUrl,
});

export type Running = { pid: number; address: string; redisUrl?: string; demo: boolean } & DatabaseUrls;

/** The Medel that `npm start` runs in this folder, for tools and tests that want to talk to it. */
export function connectToRunning(): Running | undefined {
  const holder = lockHolder(lockFile);
  if (!holder || !existsSync(runningFile)) return undefined;
  const running = JSON.parse(readFileSync(runningFile, 'utf8')) as Running;
  return running.pid === holder.pid ? running : undefined;
}

/** Holds passwords, hence its mode. */
export function announceRunning(running: Running): void {
  forgetRunning();
  writeFileSync(runningFile, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
}

export const forgetRunning = (): void => rmSync(runningFile, { force: true });

/** Made at the first start, and kept beside the database that it belongs to. */
function keptKey(file: string, make: () => Buffer): string {
  if (!existsSync(file)) {
    mkdirSync(stateDirectory, { recursive: true });
    writeFileSync(file, make().toString('base64'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

const sealKey = (): Buffer =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });

function portOf(name: string, fallback: number): number {
  const port = Number(env[name] || fallback);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${name} must be a port number, 1 to 65535, and is "${env[name]}".`);
}

function findRoot(directory: string): string {
  return existsSync(join(directory, 'package.json')) ? directory : findRoot(dirname(directory));
}
