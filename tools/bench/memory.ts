import { readFileSync } from 'node:fs';

const MILLISECONDS = 10;

/**
 * Watches what a process holds of its own, and answers the most that was seen, megabytes: without the pages of files, which are those
 * of Node's program. All Node processes share them, the kernel takes them back as it needs to, and how many are counted (18
 * to 50 MB) is its choice on each machine.
 */
export function watchMemory(pid: number): () => number {
  let most = 0;
  const look = () => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]);
    most = Math.max(most, kilobytes('RssAnon') + kilobytes('RssShmem'));
  };
  const timer = setInterval(look, MILLISECONDS);
  return () => {
    clearInterval(timer);
    return most / 1_024;
  };
}
