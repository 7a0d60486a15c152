import { compare, tell } from './bench.js';
import { writesPerSecond } from './load.js';
import type { Size } from './reads.js';
import type { World } from './world.js';

export const PER_ROUND = 300;

/** Submitting, with idempotency, rules, evidence, audit and row security, against one plain UPDATE by the same clients. */
export async function benchWrites(
  world: World,
  drafts: readonly string[],
  { rounds, connections }: Size,
): Promise<boolean[]> {
  const headers = await world.signIn('firmatecknare.1275');
  await world.owner.query(
    'CREATE TABLE bench_plain (id uuid PRIMARY KEY, status text NOT NULL, changed_at timestamptz)',
  );
  await world.owner.query(`INSERT INTO bench_plain SELECT unnest($1::uuid[]), 'draft'`, [drafts]);
  const update = `UPDATE bench_plain SET status = 'submitted', changed_at = now() WHERE id = $1
    RETURNING json_build_object('id', id, 'status', status)::text AS body`;
  const base = await world.base({ text: update, values: [] }, true);
  const part = (round: number) => drafts.slice(round * PER_ROUND, (round + 1) * PER_ROUND);
  const figures = await compare(
    rounds,
    (round) =>
      writesPerSecond({
        connections,
        headers,
        urls: part(round).map((id) => `${world.address}/api/v1/applications/${id}/submit`),
      }),
    (round) => writesPerSecond({ connections, urls: part(round).map((id) => `${base}/${id}`) }),
  );
  return [tell({ name: 'write', op: '>=', value: 0.35 }, figures)];
}
