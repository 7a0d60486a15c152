import { must, type Headers } from './ask.js';
import { compare, tell } from './bench.js';
import { addEvents } from './events.js';
import type { World } from './world.js';

/** Also in a quick run: of fewer, what is measured is how long it takes to connect. The exports need as many. */
const EVENTS = 1_000_000;

/**
 * Events a second whose chains, seals and signatures are computed again and compared, against a scan that reads every row
 * and hashes its bytes once: as text, which PostgreSQL makes of a row faster than its binary form (`record_send`).
 */
export async function benchVerification(world: World, rounds: number): Promise<boolean[]> {
  await addEvents(world, EVENTS);
  await world.worker();
  const auditor = await world.signIn('revisor');
  await sealed(world, auditor);
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

/** What is not worth waiting for until the worker seals again: who has signed in since it started. */
const FEW = 100;

/** The worker seals when it starts: until then there would be less to verify. */
async function sealed(world: World, auditor: Headers): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { rows } = await world.owner.query('SELECT FROM audit_seals LIMIT 1');
    if (rows.length > 0) {
      const { seals } = await must(world, 'GET', 'audit/verification', auditor);
      if (seals.unsealed < FEW) return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The trail was not sealed');
}
