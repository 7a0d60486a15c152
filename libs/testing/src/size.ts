import { appendFileSync, mkdirSync } from 'node:fs';

/** `MEDEL_FULL=1` asks for the full sizes: what takes too long for every run. `npm run torture -- <suite> --full` sets it. */
export const isFull = process.env['MEDEL_FULL'] === '1';

/** How much of something: the quick size in every run, the full one when it is asked for. */
export function sized(quick: number, full: number): number {
  return isFull ? full : quick;
}

/** Notes what a suite did, for the record that `npm run torture` shows: `torture races rounds=20`. */
export function figure(suite: string, name: string, value: number | string): void {
  mkdirSync('test-results', { recursive: true });
  appendFileSync('test-results/torture.txt', `torture ${suite} ${name}=${value}\n`);
}
