import { readFileSync, statSync } from 'node:fs';

export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** What was written after `offset`, at most its last 20 lines. */
export function readLogFrom(file: string, offset: number): string {
  const written = readFileSync(file).subarray(offset).toString('utf8').trimEnd();
  return written.split('\n').slice(-20).join('\n');
}
