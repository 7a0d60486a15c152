import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cases, Client, figure, Medel, seededRandom, sized, startProcesses, until, type Any } from '#testing';
import { must } from '../../api/stage.js';

const year = new Date().getFullYear();
const KILLS = sized(2, 20);

/** The exports of the crash loop are small; here they are long, and the worker is killed while it makes them. */
describe('kills', () => {
  const random = seededRandom('kills');
  let medel: Medel;
  let processes: Awaited<ReturnType<typeof startProcesses>>;
  let cases: Cases;

  const client = (name: string) => new Client(processes.address).signIn(`${name}@medel.example`);

  beforeAll(async () => {
    medel = await Medel.start();
    processes = await startProcesses(medel.config);
    await processes.api.start();
    cases = await Cases.open({ as: client }, { years: [year] });
  });
  afterAll(async () => {
    await processes.api.kill();
    await processes.worker.kill();
    await medel.stop();
  });

  it(
    'the worker, again and again, under exports',
    async () => {
      const variants: object[] = [];
      for (const code of ['0180', '1480']) {
        const organisationId = (await cases.officer.get(`/organisations?code=${code}`)).body.items[0].id;
        await addAuditEvents(medel, organisationId, 15_000);
        // What is asked for alike is made once: each of these is asked for in its own way.
        const files = [{ format: 'json' }, ...CSV_WAYS.map((csv) => ({ format: 'csv', csv }))];
        variants.push(
          ...files.map((file) => ({ kind: 'audit-trail', filters: { organisationId }, ...file })),
        );
      }
      const order = async (body: object) =>
        (await must(cases.officer.post('/exports', { body }), 202)).body.id as string;
      const status = async (id: string) => (await cases.officer.get(`/exports/${id}`)).body;
      const isReady = async (id: string) => (await status(id)).status === 'ready';
      await processes.worker.start();
      const calm: Any[] = [];
      for (const variant of variants) {
        const id = await order(variant);
        await until(() => isReady(id), { seconds: 300 });
        calm.push(pick(await status(id)));
      }

      const orders: string[] = [];
      const counts = async () => (await cases.officer.get('/exports?status=ready&limit=1')).body.total;
      const lastWritten = async () =>
        (await medel.owner.query('SELECT max(at)::text AS at FROM export_progress')).rows[0].at as string;
      const all = () => variants.length + orders.length;
      for (let kills = 0; kills < KILLS; kills += 1) {
        // There is always something left to make.
        if ((await counts()) === all()) for (const variant of variants) orders.push(await order(variant));
        const before = await lastWritten();
        await until(async () => (await lastWritten()) !== before, { seconds: 120 });
        await sleep(random.whole(0, 400));
        await processes.worker.kill();
        await processes.worker.start();
      }
      await until(async () => (await counts()) === all(), { seconds: 90, pause: 200 });

      for (const [index, id] of orders.entries())
        expect(pick(await status(id))).toEqual(calm[index % variants.length]);
      const { rows } = await medel.owner.query(
        `SELECT result->>'fileKey' AS key, result->>'rowsKey' AS rows_key, result->>'sha256' AS sha256,
         (SELECT count(*) FROM audit_events e WHERE e.subject_id = x.id AND e.action = 'complete') AS completions
       FROM exports x`,
      );
      const directory = medel.config.storageDirectory;
      for (const { key, sha256, completions } of rows) {
        expect(Number(completions)).toBe(1);
        expect(
          createHash('sha256')
            .update(readFileSync(join(directory, key)))
            .digest('hex'),
        ).toBe(sha256);
      }
      // The keeper of a worker that has just begun goes its first round at once.
      await processes.worker.kill();
      await processes.worker.start();
      await until(async () => readdirSync(directory).length === rows.length * 2);
      expect(readdirSync(directory).sort()).toEqual(
        rows.flatMap(({ key, rows_key }) => [key, rows_key]).sort(),
      );
      await medel.expectCoherent();
      figure('crash', 'killsOfTheWorkerUnderExports', KILLS);
    },
    sized(4, 30) * 60_000,
  );
});

/** Every way to write a CSV whose cells and decimals are told apart. */
const CSV_WAYS = [
  { separator: ',', decimal: '.' },
  { separator: ';', decimal: '.' },
  { separator: ';', decimal: ',' },
].flatMap((way) => [true, false].map((bom) => ({ ...way, bom })));

const pick = ({ sha256, size, rowCount }: Any) => ({ sha256, size, rowCount });

/** Chains of one event each, hashed as the database does it, only faster. */
async function addAuditEvents(medel: Medel, organisationId: string, count: number): Promise<void> {
  await medel.owner.query(`
    ALTER TABLE audit_events DISABLE TRIGGER audit_chain;
    INSERT INTO audit_events (subject_type, subject_id, seq, organisation_id, action, actor_id, actor_person, at, data,
      previous_hash, hash)
    SELECT 'synthetic', id, 1, '${organisationId}', 'create', id, id, at, data, '',
      audit_hash('', 'synthetic', id, 1, 'create', id, id, at, data)
    FROM (SELECT gen_random_uuid() AS id, now()::timestamptz(3) AS at, json_build_object('n', n) AS data
      FROM generate_series(1, ${count}) n) s;
    ALTER TABLE audit_events ENABLE TRIGGER audit_chain`);
}
