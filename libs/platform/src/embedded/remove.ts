import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { dataDirectoryOf, embeddedHome } from './home.js';
import { clearLeftover } from './postmaster.js';

/** Deletes the cluster with all its data, wherever it lies. Returns what was deleted. */
export async function removeEmbeddedPostgres(directory: string): Promise<string[]> {
  const home = embeddedHome(directory);
  await clearLeftover(dataDirectoryOf(home), () => {});
  const found = [...new Set([home, resolve(directory)])].filter((path) => existsSync(path));
  for (const path of found) rmSync(path, { recursive: true });
  return found;
}
