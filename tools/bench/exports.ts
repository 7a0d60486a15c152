import { createWriteStream, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { must, type Headers } from './ask.js';
import { compare, tell } from './bench.js';
import { addEvents } from './events.js';
import { watchingMemory } from './memory.js';
import type { World } from './world.js';

/** Of fewer, the order and the queue are what is measured. */
const ROWS = 1_000_000;
export const GOALS = { csv: { time: 1.6, memory: 120 }, xlsx: { time: 6, memory: 150 } };

/** The same columns as the export of the audit trail. */
const SELECT = `SELECT subject_type, subject_id, seq, action, actor_id, actor_person, at, organisation_id, data,
  encode(previous_hash, 'hex'), encode(hash, 'hex') FROM audit_events ORDER BY id`;

/**
 * An export of the audit trail from order to finished file (queue, snapshot, formula guard, row hashes, control sums,
 * manifest), against COPY of the same columns to a file: what `psql \copy` does. Milliseconds. And what the worker
 * holds at most, megabytes: Node with all libraries loaded is most of it.
 */
export async function benchExports(world: World, rounds: number): Promise<boolean[]> {
  await addEvents(world, ROWS);
  const auditor = await world.signIn('revisor');
  const worker = await world.worker();
  // A worker that has just been started is not what is measured, nor the seals of what has just been put there.
  await exported(world, auditor, { kind: 'audit-trail', format: 'csv' });
  const met: boolean[] = [];
  for (const format of ['csv', 'xlsx'] as const) {
    const { result: figures, most } = await watchingMemory(worker, () =>
      compare(
        rounds,
        () => exported(world, auditor, { kind: 'audit-trail', format }),
        () => copied(world),
      ),
    );
    const goal = GOALS[format];
    met.push(tell({ name: format, op: '<=', value: goal.time }, figures));
    const held = [{ ours: most, base: goal.memory }];
    met.push(tell({ name: `${format}-memory`, op: '<=', value: 1 }, held));
  }
  return met;
}

async function exported(world: World, auditor: Headers, order: object): Promise<number> {
  const began = performance.now();
  const { id } = await must(world, 'POST', 'exports', auditor, { ...order, filters: {} });
  for (;;) {
    const { status, failure } = await must(world, 'GET', `exports/${id}`, auditor);
    if (status === 'ready') return performance.now() - began;
    if (status === 'failed') throw new Error(`The export failed: ${failure}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Milliseconds; all rows unless told. */
export async function copied({ urls }: World, rows?: number): Promise<number> {
  const copy = `COPY (${SELECT}${rows === undefined ? '' : ` LIMIT ${rows}`}) TO STDOUT (FORMAT csv, HEADER)`;
  const file = join(tmpdir(), `medel-bench-${process.pid}.csv`);
  const client = new pg.Client({ connectionString: urls.ownerUrl });
  await client.connect();
  const began = performance.now();
  await pipeline(client.query(copyTo(copy)), createWriteStream(file));
  const took = performance.now() - began;
  await client.end();
  rmSync(file);
  return took;
}
