import { must } from './ask.js';
import { tell, type Figure } from './bench.js';
import { prepareDrafts } from './drafts.js';
import type { World } from './world.js';

/**
 * PostgreSQL is killed without warning and started again: from the kill until the API, which nobody restarts, accepts a
 * write, against the time until PostgreSQL itself answers. Milliseconds; the goal is a second more at the most.
 */
export async function benchRecovery(world: World, rounds: number): Promise<boolean[]> {
  const signatory = await world.signIn('firmatecknare.1275');
  const drafts = await prepareDrafts(world, rounds);
  const figures: Figure[] = [];
  for (const draft of drafts) {
    const began = performance.now();
    const started = world.killDatabase().then(() => performance.now() - began);
    const ours = await accepted(world, draft, signatory).then(() => performance.now() - began);
    const base = await started;
    figures.push({ ours: Math.max(0, ours - base), base: 1_000 });
  }
  await must(world, 'GET', 'applications?limit=1', signatory);
  return [tell({ name: 'recovery', op: '<=', value: 1 }, figures)];
}

async function accepted({ address }: World, draft: string, headers: Record<string, string>): Promise<void> {
  for (;;) {
    const answer = await fetch(`${address}/api/v1/applications/${draft}/submit`, {
      method: 'POST',
      headers,
    }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
