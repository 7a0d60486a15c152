import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SystemUser } from './system-user.js';

type ClusterOptions = {
  home: string;
  data: string;
  user: SystemUser;
  initdb: string;
  log: (line: string) => void;
};

/** Makes the cluster on the first start. Returns the password of its superuser. */
export async function ensureCluster({ home, data, user, initdb, log }: ClusterOptions): Promise<string> {
  const passwordFile = join(home, 'superuser-password');
  if (existsSync(data)) return readPassword(passwordFile, data);

  log(`Creating a PostgreSQL database cluster in ${data}`);
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  // Made under another name first: an interrupted initdb leaves nothing that looks finished.
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  for (const path of [passwordFile, unfinished]) give(path, user);
  await promisify(execFile)(initdb, initdbFlags(unfinished, passwordFile), { ...user, cwd: '/', env: {} });
  renameSync(unfinished, data);
  return password;
}

function initdbFlags(directory: string, passwordFile: string): string[] {
  return [
    `--pgdata=${directory}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=sv-SE',
    // Messages and formats do not depend on the machine; LC_CTYPE must know å, ä and ö (pg_trgm asks it).
    '--locale=C',
    `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  ];
}

function readPassword(file: string, data: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `The database in ${data} cannot be opened: ${(error as Error).message}. If it belongs to another user, start ` +
        'Medel as that user. If the password file is lost, npm run reset begins with an empty database.',
      { cause: error },
    );
  }
}

function give(path: string, { uid, gid }: SystemUser): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
