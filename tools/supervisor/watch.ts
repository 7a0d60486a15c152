import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from '../environment.js';
import { say, timed } from './say.js';

const settleMs = 150;

/** Development: after every change of a source, builds and restarts. A build that fails leaves the old one running. */
export function watchSources(rebuild: () => Promise<void>, restart: () => Promise<unknown>): void {
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(renew);
    }, settleMs);
  };
  const renew = async (): Promise<void> => {
    try {
      await rebuild();
      await timed('Restarting api and worker', restart);
    } catch (error) {
      say((error as Error).message);
    }
  };
  for (const folder of ['apps', 'libs']) watch(join(root, folder), { recursive: true }, changed);
  say('Watching apps and libs. A change of tools or migrations needs a new start.');
}
