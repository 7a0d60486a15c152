import { createReadStream, createWriteStream, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { measures } from '#domain/measures/definitions';
import { newId } from '#platform/ids';
import { compare, tell } from './bench.js';
import { watchingMemory } from './memory.js';
import type { World } from './world.js';

const YEARS = Array.from({ length: 50 }, (_, index) => 1971 + index);
/** Also in a quick run: of fewer rows, what is measured is how long a message waits. */
const ROWS = 1_000_000;
const MEMORY_MB = 200;
const FIELDS = { kind: 'synthetic', source: 'Syntetiska värden (demo)', vintage: 'Demo' };

/**
 * A file of a million values: `import-read` is from the request that sends it until the data set awaits acceptance (upload,
 * queue, reading, staging, comparison), against COPY of the same file into a plain table: what `psql \copy` does. And the
 * worker's memory at its highest. `import-accept` is the request that accepts it, against INSERT … SELECT of the same rows
 * into a table with the same primary key and nothing else; it takes minutes, and is left out of a quick run.
 */
export async function benchImports(world: World, rounds: number, isQuick: boolean): Promise<boolean[]> {
  const headers = await world.signIn('admin');
  const worker = await world.worker();
  const file = join(tmpdir(), `medel-bench-${process.pid}.csv`);
  try {
    await writeValues(world, file);
    await world.owner.query(`CREATE TABLE bench_values
      (organisation text, measure text, year integer, value double precision);
      CREATE TABLE bench_accepted (LIKE measure_values);
      ALTER TABLE bench_accepted ADD PRIMARY KEY (measure_code, year, organisation_id, dataset_id)`);
    const { result: figures, most } = await watchingMemory(worker, () =>
      compare(
        rounds,
        () => imported(world, headers, file),
        () => copied(world, file),
      ),
    );
    const met = [
      tell({ name: 'import-read', op: '<=', value: 3 }, figures),
      tell({ name: 'import-memory', op: '<=', value: 1 }, [{ ours: most, base: MEMORY_MB }]),
    ];
    if (isQuick) return met;
    // After the reading, which is to meet the same values in use in every round: none.
    const accepting = await compare(
      rounds,
      (round) => accepted(world, headers, file, round),
      () => inserted(world),
    );
    return [...met, tell({ name: 'import-accept' }, accepting)];
  } finally {
    rmSync(file, { force: true });
  }
}

/** Synthetic values of synthetic organisations, each once. */
async function writeValues({ owner }: World, file: string): Promise<void> {
  const perOrganisation = measures.length * YEARS.length;
  const codes = Array.from(
    { length: Math.ceil(ROWS / perOrganisation) },
    (_, index) => `B${String(index + 1).padStart(5, '0')}`,
  );
  await owner.query(
    `INSERT INTO organisations (id, kind, code, name, is_example)
     SELECT id, 'municipality', code, 'Syntetisk kommun ' || code, true FROM unnest($1::uuid[], $2::text[]) AS o(id, code)`,
    [codes.map(() => newId()), codes],
  );
  function* lines() {
    yield 'organisationCode,measure,year,value\n';
    let written = 0;
    for (const code of codes)
      for (const measure of measures)
        for (const year of YEARS) {
          if (written === ROWS) return;
          written += 1;
          yield `${code},${measure.code},${year},${((written * 7_919) % 100_003) / 100_003}\n`;
        }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
}

/** Milliseconds. */
async function imported(world: World, headers: Record<string, string>, file: string): Promise<number> {
  const began = performance.now();
  const id = await read(world, headers, file, FIELDS);
  const took = performance.now() - began;
  // The same file is the same data set, until it is rejected.
  await act(world, headers, `${id}/reject`, { reason: 'Demo' });
  await world.owner.query('VACUUM staged_measure_series');
  return took;
}

/** Milliseconds. The same file of another kind is another data set. */
async function accepted(
  world: World,
  headers: Record<string, string>,
  file: string,
  round: number,
): Promise<number> {
  const id = await read(world, headers, file, { ...FIELDS, kind: `${FIELDS.kind} ${round}` });
  const began = performance.now();
  await act(world, headers, `${id}/accept`);
  const took = performance.now() - began;
  await world.owner.query('VACUUM staged_measure_series');
  return took;
}

/** Milliseconds. */
async function inserted({ owner }: World): Promise<number> {
  await owner.query('TRUNCATE bench_accepted');
  const began = performance.now();
  await owner.query(
    `INSERT INTO bench_accepted (dataset_id, measure_code, year, organisation_id, value, quality)
     SELECT $1::uuid, v.measure, v.year, o.id, v.value, 'official'
     FROM bench_values v JOIN organisations o ON o.code = v.organisation ORDER BY v.measure, v.year, o.id`,
    [newId()],
  );
  return performance.now() - began;
}

/** Sends the file and waits until its data set awaits acceptance. Answers its id. */
async function read(
  world: World,
  headers: Record<string, string>,
  file: string,
  fields: Record<string, string>,
): Promise<string> {
  const address = `${world.address}/api/v1/measure-datasets`;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', await openAsBlob(file), 'values.csv');
  const { id } = await answered(fetch(address, { method: 'POST', headers, body: form }));
  for (;;) {
    const { status, ...rest } = await answered(fetch(`${address}/${id}`, { headers }));
    if (status === 'awaitingAcceptance') return id;
    if (status !== 'reading') throw new Error(`The file was not read: ${JSON.stringify(rest)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function act(
  world: World,
  headers: Record<string, string>,
  path: string,
  body?: object,
): Promise<void> {
  const sent = body && {
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const address = `${world.address}/api/v1/measure-datasets/${path}`;
  await answered(fetch(address, { method: 'POST', headers, ...sent }));
}

/** Milliseconds. */
async function copied({ owner, urls }: World, file: string): Promise<number> {
  await owner.query('TRUNCATE bench_values');
  const client = new pg.Client({ connectionString: urls.ownerUrl });
  await client.connect();
  const began = performance.now();
  await pipeline(
    createReadStream(file),
    client.query(copyFrom('COPY bench_values FROM STDIN (FORMAT csv, HEADER)')),
  );
  const took = performance.now() - began;
  await client.end();
  return took;
}

async function answered(asked: Promise<Response>): Promise<{ id: string; status: string }> {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { id: string; status: string };
}
