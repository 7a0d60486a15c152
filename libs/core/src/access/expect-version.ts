import { Stale } from '#platform/errors';

/** An edit names the version it was read at; someone else's edit in between makes it stale, and nothing is lost. */
export function expectVersion(row: { version: number }, version: number): void {
  if (row.version !== version) throw new Stale();
}
