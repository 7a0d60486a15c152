import { readFileSync } from 'node:fs';

/**
 * What a process has held at most of its own, megabytes: without the pages of files, which are those of Node's program.
 * All Node processes share them, the kernel takes them back as it needs to, and how many are counted (18 to 50 MB) is its
 * choice on each machine.
 */
export function highestMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]);
  return (kilobytes('VmHWM') - kilobytes('RssFile')) / 1_024;
}
