import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type Holder = { pid: number; started: string; address: string };

export type Taken = {
  /** Set when another process has the lock: it was not taken. */
  holder?: Holder;
  /** The process that had it before ended without giving it back, so it may have left things behind. */
  wasAbandoned: boolean;
};

/** Takes the lock. One that a process held which is gone does not count. */
export function takeLock(file: string, address: string): Taken {
  mkdirSync(dirname(file), { recursive: true });
  const own: Holder = { pid: process.pid, started: startOf(process.pid), address };
  // Written first and then linked: nobody ever sees a lock without its content.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    for (let wasAbandoned = false; ; wasAbandoned = true) {
      if (link(draft, file)) return { wasAbandoned };
      const holder = lockHolder(file);
      if (holder) return { holder, wasAbandoned };
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(draft);
  }
}

function link(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

export const releaseLock = (file: string): void => rmSync(file, { force: true });

/** The living holder of the lock. The start time tells it from a later program that got the same number. */
export function lockHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return startOf(holder.pid) === holder.started && holder.started !== '' ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** When the process started, in whatever unit the system has; empty when there is no such process. */
function startOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // Field 22, counted after the command's name, which may hold spaces and parentheses. Z: dead, not yet collected.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? '' : (fields[19] ?? '');
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
