import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Medel, seededRandom, startProcesses, until } from '#testing';
import { must } from '../../api/stage.js';

const SCHEDULES = 24;
const RECURRENCE = { every: 'week', weekday: 1, at: '06:00', from: '2020-01-01' };

/** SIGKILL while exports are ordered by the clock: each moment that was due has one export, and its chain says so once. */
describe('the worker, killed while recurring exports are due,', () => {
  let medel: Medel;
  let processes: Awaited<ReturnType<typeof startProcesses>>;
  let colleague: Awaited<ReturnType<typeof startProcesses>>['worker'];

  beforeAll(async () => {
    medel = await Medel.start();
    processes = await startProcesses(medel.config);
    colleague = (await startProcesses(medel.config)).worker;
  }, 120_000);
  afterAll(async () => {
    await processes.worker.kill();
    await colleague.kill();
    await medel.expectCoherent();
    await medel.stop();
  });

  const ordered = async (): Promise<number> =>
    (await medel.owner.query('SELECT count(*)::integer AS n FROM exports')).rows[0].n;
  const waitForLock = () =>
    until(
      async () => {
        const { rows } = await medel.owner.query(
          `SELECT FROM pg_locks WHERE relation = 'audit_events'::regclass AND NOT granted
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        );
        return rows.length > 0;
      },
      { seconds: 60 },
    );

  it('orders each once, however often it is killed, and beside another', async () => {
    const admin = await new Client(medel.address).signIn('admin@medel.example');
    const ids: string[] = [];
    for (let n = 0; n < SCHEDULES; n += 1) {
      const order = { title: `Demo ${n}`, kind: 'payments', format: 'csv', recurrence: RECURRENCE };
      const body = { ...order, filters: { year: 2020 + n }, keeping: { files: 1 } };
      ids.push((await must(admin.post('/export-schedules', { body }), 201)).body.id as string);
    }
    await medel.owner.query(`ALTER TABLE export_schedules DISABLE TRIGGER USER;
      UPDATE export_schedules SET next_run_at = next_run_at - interval '7 days';
      ALTER TABLE export_schedules ENABLE TRIGGER USER`);

    // In the midst of an order: the export is inserted, and its event, and with it the whole act, waits for the trail.
    for (const worker of [processes.worker, colleague]) {
      const owner = await medel.owner.connect();
      try {
        await owner.query('BEGIN; LOCK TABLE audit_events IN SHARE MODE');
        await worker.start();
        await waitForLock();
        await worker.kill();
        await owner.query('ROLLBACK');
      } finally {
        owner.release(true);
      }
    }
    expect(await ordered()).toBeLessThan(SCHEDULES);
    // And whenever it happens to be.
    const random = seededRandom('export schedules');
    for (let kill = 0; kill < 4 && (await ordered()) < SCHEDULES; kill += 1) {
      const before = await ordered();
      await processes.worker.start();
      await until(async () => (await ordered()) > before, { seconds: 60, pause: 5 });
      await sleep(random.whole(0, 40));
      await processes.worker.kill();
    }
    await Promise.all([processes.worker.start(), colleague.start()]);
    await until(async () => (await ordered()) >= SCHEDULES, { seconds: 90 });

    const { rows } = await medel.owner.query(
      `SELECT s.id, s.next_run_at > now() AS "isAhead", s.missed_runs AS missed,
         (SELECT count(*)::integer FROM exports e WHERE e.schedule_id = s.id) AS exports,
         (SELECT count(*)::integer FROM audit_events a WHERE a.subject_id = s.id AND a.action = 'run') AS runs,
         (SELECT e.due_at = s.last_run_at FROM exports e WHERE e.schedule_id = s.id) AS "isTold"
       FROM export_schedules s ORDER BY s.id`,
    );
    expect(rows.map(({ id }) => id as string)).toEqual(ids.toSorted());
    for (const { id, ...row } of rows)
      expect([id, row]).toEqual([id, { isAhead: true, missed: 0, exports: 1, runs: 1, isTold: true }]);
    await until(
      async () => {
        const { body } = await admin.get('/exports?status=ready&mine=true');
        return body.total === SCHEDULES;
      },
      { seconds: 90, pause: 500 },
    );
  }, 300_000);
});
