import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { canEnter, systemUserFor } from './system-user.js';

/**
 * Where the cluster really lives: in `directory`, or, when root runs us and the unprivileged user cannot enter that
 * directory, in a folder outside it whose name is derived from the path. A cluster that already exists decides.
 */
export function embeddedHome(directory: string): string {
  const wanted = resolve(directory);
  const elsewhere = join(
    stateDirectory(),
    `medel-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`,
  );
  for (const home of [wanted, elsewhere]) if (existsSync(dataDirectoryOf(home))) return home;
  if (process.getuid?.() !== 0) return wanted;
  const existing = nearestExisting(wanted);
  return canEnter(systemUserFor(dataDirectoryOf(wanted)), existing) ? wanted : elsewhere;
}

/** Makes the home such that PostgreSQL's user can pass through it; what is secret inside has modes of its own. */
export function makeHome(home: string): void {
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755);
}

export const dataDirectoryOf = (home: string): string => join(home, 'data');

function stateDirectory(): string {
  try {
    accessSync('/var/lib', constants.W_OK);
    return '/var/lib';
  } catch {
    return tmpdir();
  }
}

function nearestExisting(directory: string): string {
  return existsSync(directory) ? directory : nearestExisting(dirname(directory));
}
