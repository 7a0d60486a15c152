import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../environment.js';
import { compare, tell } from './bench.js';
import { addEvents } from './events.js';
import { copied, GOALS } from './exports.js';
import { readsPerSecond } from './load.js';
import { watchingMemory } from './memory.js';
import type { PlainOrder } from './plain-server.js';
import { listOfApplicant, type Size } from './reads.js';
import type { World } from './world.js';

/**
 * What a plain Nest user would write (`find`, exceljs) against the same bases as ours: beside `list`, `csv` and `xlsx` it tells
 * what the design has bought. No goal. exceljs is no package of the project: `npm install --no-save exceljs` brings it.
 */
export async function benchPlain(
  world: World,
  { rounds, seconds, connections }: Size,
  rows: number,
): Promise<boolean[]> {
  await addEvents(world, rows);
  const child = fork(join(root, 'dist/tools/bench/plain-server.js'), { stdio: 'inherit' });
  try {
    const { address } = await told<{ address: string }>(child, { databaseUrl: world.urls.ownerUrl });
    const { statement, organisationId } = await listOfApplicant(world);
    const base = await world.base(statement, false);
    const url = `${address}/applications?organisationId=${organisationId}`;
    const listed = await compare(
      rounds,
      () => readsPerSecond({ url, connections, seconds }),
      () => readsPerSecond({ url: base, connections, seconds }),
    );
    const met = [tell({ name: 'plain list' }, listed)];
    for (const format of hasExcel() ? (['csv', 'xlsx'] as const) : (['csv'] as const)) {
      const { result, most } = await watchingMemory(child.pid!, () =>
        compare(
          1,
          () => written(child, { format, rows, file: join(tmpdir(), `medel-plain-${child.pid}.${format}`) }),
          () => copied(world, rows),
        ),
      );
      met.push(tell({ name: `plain ${format}` }, result));
      met.push(tell({ name: `plain ${format}-memory` }, [{ ours: most, base: GOALS[format].memory }]));
    }
    return met;
  } finally {
    child.kill();
  }
}

async function written(child: ChildProcess, order: PlainOrder): Promise<number> {
  const answer = await told<{ took: number; error?: string }>(child, order);
  if (answer.error !== undefined) throw new Error(answer.error);
  rmSync(order.file);
  return answer.took;
}

async function told<Answer>(child: ChildProcess, message: object): Promise<Answer> {
  child.send(message);
  const [answer] = (await once(child, 'message')) as [Answer];
  return answer;
}

function hasExcel(): boolean {
  try {
    createRequire(import.meta.url).resolve('exceljs');
    return true;
  } catch {
    console.log('plain xlsx is left out: exceljs is not installed');
    return false;
  }
}
