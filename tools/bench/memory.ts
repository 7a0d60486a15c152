import { readFileSync } from 'node:fs';

const MILLISECONDS = 10;

/**
 * Does the work, and watches what a process holds of its own meanwhile: the most that was seen, megabytes, without the pages of files,
 * which are those of Node's program. All Node processes share them, the kernel takes them back as it needs to, and how many
 * are counted (18 to 50 MB) is its choice on each machine.
 */
export async function watchingMemory<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; most: number }> {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, heldBy(pid))), MILLISECONDS);
  try {
    return { result: await work(), most };
  } finally {
    clearInterval(timer);
  }
}

function heldBy(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]);
  return (kilobytes('RssAnon') + kilobytes('RssShmem')) / 1_024;
}
