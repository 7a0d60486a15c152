import { must } from './ask.js';
import { compare, tell } from './bench.js';
import { addEvents } from './events.js';
import type { World } from './world.js';

/** Events a second whose chains are computed again and compared, against a scan that hashes each row once. */
export async function benchVerification(world: World, rounds: number, rows: number): Promise<boolean[]> {
  await addEvents(world, rows);
  const auditor = await world.signIn('revisor');
  const timed = async (work: () => Promise<number>) => {
    const began = performance.now();
    const events = await work();
    return (events / (performance.now() - began)) * 1_000;
  };
  const figures = await compare(
    rounds,
    () =>
      timed(async () => {
        const { ok, events, firstBroken } = await must(world, 'GET', 'audit/verification', auditor);
        if (!ok) throw new Error(`The trail does not verify: ${JSON.stringify(firstBroken)}`);
        return events as number;
      }),
    () =>
      timed(async () => {
        const { rows: hashed } = await world.owner.query<{ n: string }>(
          `SELECT count(sha256(convert_to(e::text, 'UTF8'))) AS n FROM audit_events e`,
        );
        return Number(hashed[0]!.n);
      }),
  );
  return [tell({ name: 'audit verify', op: '>=', value: 0.5 }, figures)];
}
