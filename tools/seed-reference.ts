import { join } from 'node:path';
import { DemoPeople } from '#core/demo';
import { ReferenceSeed, type Added } from '#core/reference';
import { root, type DatabaseUrls } from './environment.js';
import { withSeeds, type Seeds } from './seed/context.js';

/** The recipients and measures that every Medel needs, from the folder `data`. */
export function loadReference(seeds: Seeds): Promise<Added> {
  return seeds.get(ReferenceSeed).run(join(root, 'data'));
}

/** Reference data and the demo's accounts, and no case: what a test begins from. */
export async function seedReference(urls: DatabaseUrls): Promise<void> {
  await withSeeds(urls, async (seeds) => {
    await loadReference(seeds);
    await seeds.get(DemoPeople).gather([]);
  });
}
