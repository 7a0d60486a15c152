import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** Whom PostgreSQL runs as. Empty: as ourselves. */
export type SystemUser = { uid?: number; gid?: number };

/**
 * PostgreSQL refuses to run as root. Root therefore lends it an unprivileged user that every system has; nothing
 * is created. An existing data directory decides, because only its owner may start it.
 */
export function systemUserFor(dataDirectory: string): SystemUser {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    const entry = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(readFileSync('/etc/passwd', 'utf8'));
    if (entry) return { uid: Number(entry[1]), gid: Number(entry[2]) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this system has neither a user "postgres" nor "nobody". ' +
      'Start Medel as another user, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

/** Whether that user can enter the directory: a checkout below /root usually cannot be entered by others. */
export function canEnter(user: SystemUser, directory: string): boolean {
  if (user.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', directory], { ...user, cwd: '/', env: {} }).status === 0;
}
