import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends a postmaster that an earlier, killed start left behind, and removes its pid file: PostgreSQL would refuse to
 * start while the number in it belongs to another program, or to one that was killed and that nobody has waited for.
 * PostgreSQL's own check of the shared memory block stays as the second guard against two servers on one data directory.
 */
export async function clearLeftover(data: string, log: (line: string) => void): Promise<void> {
  const pid = leftoverPid(data);
  if (pid === undefined) return;
  if (isPostmasterOf(pid, data)) await end(pid, data, log);
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

async function end(pid: number, data: string, log: (line: string) => void): Promise<void> {
  log(`Stopping the database server that an earlier start left running (process ${pid})`);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    kill(pid, signal);
    if (await gone(pid, data)) return;
  }
  throw new Error(
    `The database server of an earlier start (process ${pid}) does not stop. End it, then start again.`,
  );
}

/** Whether `pid` is a PostgreSQL server on this data directory, and not a program that got the same number later. */
export function isPostmasterOf(pid: number, data: string): boolean {
  const command = commandLine(pid);
  return command.includes('postgres') && (command.includes(data) || command.includes(realpathSync(data)));
}

function leftoverPid(data: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

async function gone(pid: number, data: string): Promise<boolean> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (!isPostmasterOf(pid, data)) return true;
    await sleep(50);
  }
  return false;
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}
