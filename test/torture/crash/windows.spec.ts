import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, Client, figure, Medel, startProcesses, until, type Any } from '#testing';
import { camt054, outcomes, upload } from '../../api/bank.js';
import { must } from '../../api/stage.js';

const year = new Date().getFullYear();
const GRANT = 900_000;
/** The first of two that go to the ledger is waited for; the last one and COMMIT are sent together. */
const PAYMENTS = 3;
const SCHEDULES = 6;
const WEEKLY = { every: 'week', weekday: 1, at: '06:00', from: '2020-01-01' };

interface Window {
  /** Takes what the one to be killed must have. */
  lock: string;
  /** What must have happened besides, before it is killed. */
  when?: () => boolean;
  work: () => Promise<unknown>;
  kill: () => Promise<void>;
}

/** SIGKILL in the one moment that matters: between file and row, between row and ledger, in the midst of an act. */
describe('killed', () => {
  let medel: Medel;
  let processes: Awaited<ReturnType<typeof startProcesses>>;
  let cases: Cases;
  let worker: Awaited<ReturnType<typeof startProcesses>>['worker'];

  const client = (name: string) => new Client(processes.address).signIn(`${name}@medel.example`);

  beforeAll(async () => {
    medel = await Medel.start();
    processes = await startProcesses(medel.config);
    ({ worker } = processes);
    await processes.api.start();
    cases = await Cases.open({ as: client }, { years: [year] });
  }, 300_000);
  afterEach(() => medel.expectCoherent());
  afterAll(async () => {
    await processes.api.kill();
    await worker.kill();
    await medel.stop();
  });

  /**
   * Holds a lock until somebody waits for it, kills, and lets go. Everybody may see who waits for whom; what somebody
   * else's connection does only its own role and superusers may, so nothing here looks at that.
   */
  async function killWhileItWaits({ lock, when = () => true, work, kill }: Window): Promise<void> {
    const owner = await medel.owner.connect();
    try {
      const { pid } = (await owner.query('SELECT pg_backend_pid() AS pid')).rows[0];
      await owner.query(`BEGIN; ${lock}`);
      const working = work();
      const waiting = await until(
        async () => {
          const sql = `SELECT pid FROM pg_stat_activity WHERE usename = 'medel_app' AND $1 = ANY(pg_blocking_pids(pid))`;
          const { rows } = await medel.owner.query(sql, [pid]);
          return when() && rows.length > 0 && rows.map((row) => row.pid as number);
        },
        { seconds: 60 },
      );
      await kill();
      await working;
      await owner.query('ROLLBACK');
      // What waited finds out that nobody is there any more, and undoes what it had done.
      await until(async () => {
        const sql = 'SELECT FROM pg_stat_activity WHERE pid = ANY($1)';
        return (await medel.owner.query(sql, [waiting])).rows.length === 0;
      });
      figure('crash', 'window', lock.split(' WHERE ')[0]!);
    } finally {
      owner.release(true);
    }
  }
  const killWorker = (window: Pick<Window, 'lock' | 'when'>) =>
    killWhileItWaits({ ...window, work: () => worker.start(), kill: () => worker.kill() });

  async function attested(): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < PAYMENTS) {
      const { body } = await must(cases.finance.get<Any>(`/decisions/${await cases.approved()}`), 200);
      await must(cases.finance.post(`/payments/${body.payments[0].id}/attest`), 200);
      ids.push(body.payments[0].id);
    }
    return ids;
  }
  const order = async (paymentIds: string[]): Promise<string> =>
    (await must(cases.finance.post('/payment-files', { body: { paymentIds } }), 202)).body.id;
  const file = async (id: string): Promise<Any> =>
    (await must(cases.finance.get(`/payment-files/${id}`), 200)).body;
  const made = (id: string): Promise<Any> =>
    until(
      async () => {
        const shown = await file(id);
        return shown.status === 'ready' && shown;
      },
      { seconds: 90 },
    );
  const statuses = async (ids: string[]): Promise<string[]> => {
    const answers = await Promise.all(ids.map((id) => cases.finance.get<Any>(`/payments/${id}`)));
    return answers.map(({ body }) => body.status);
  };
  const paid = async (): Promise<number> => (await cases.appropriation(year)).paid;

  /** In one file, once, whose content is the one that was hashed. */
  async function expectOneFile(id: string, ids: string[]): Promise<void> {
    const shown = await made(id);
    const { body: content } = await must(cases.finance.get<string>(`/payment-files/${id}.xml`), 200);
    expect(createHash('sha256').update(content).digest('hex')).toBe(shown.sha256);
    expect(shown).toMatchObject({ paymentCount: PAYMENTS, controlSum: PAYMENTS * GRANT });
    expect(content).toContain(`<CtrlSum>${PAYMENTS * GRANT}.00</CtrlSum>`);
    const { rows } = await medel.owner.query(
      `SELECT p.id, p.payment_file_id AS file, array_agg(l.payment_file_id) AS lines,
         (SELECT count(*)::integer FROM audit_events e WHERE e.subject_id = p.id AND e.action = 'send') AS sends
       FROM payments p JOIN payment_file_lines l ON l.payment_id = p.id WHERE p.id = ANY($1) GROUP BY p.id`,
      [ids],
    );
    expect(rows).toHaveLength(PAYMENTS);
    for (const row of rows) {
      expect(row).toMatchObject({ file: id, lines: [id], sends: 1 });
      expect(content.split(`<EndToEndId>${row.id.replaceAll('-', '')}</EndToEndId>`)).toHaveLength(2);
    }
  }

  describe('the worker, while it seals a letter,', () => {
    const files = () =>
      readdirSync(medel.config.storageDirectory).filter((name) => name.startsWith('letter-'));
    const letter = async (): Promise<Any> => {
      const { rows } = await medel.owner.query(
        'SELECT id, status, version::integer, file_key AS key, sha256 FROM letters',
      );
      expect(rows).toHaveLength(1);
      return rows[0];
    };

    it('leaves a file that the next one writes over, and nothing else', async () => {
      await cases.approved();
      const { id } = await letter();
      // Its row can be locked and read, but its chain cannot be written: the file is there, and no row tells of it.
      await killWorker({
        lock: 'LOCK TABLE audit_events IN SHARE MODE',
        when: () => files().includes(`letter-${id}.pdf`),
      });
      expect(await letter()).toMatchObject({ id, status: 'ordered', version: 1, key: null });
      await worker.start();
      const sealed = await until(
        async () => {
          const now = await letter();
          return now.status === 'sealed' && now;
        },
        { seconds: 90 },
      );
      await worker.kill();
      expect(sealed).toMatchObject({ version: 2, key: `letter-${id}.pdf` });
      expect(files()).toEqual([`letter-${id}.pdf`]);
      const content = readFileSync(join(medel.config.storageDirectory, sealed.key));
      expect(createHash('sha256').update(content).digest('hex')).toBe(sealed.sha256);
    }, 180_000);
  });

  describe('the worker, while it makes a payment file,', () => {
    it.each([
      ['before the file is stored', 'payment_files', (id: string) => [id]],
      ['when the file is stored and nothing committed', 'payments', (_: string, ids: string[]) => ids],
    ])(
      '%s',
      async (_, table, rowsOf) => {
        const ids = await attested();
        const id = await order(ids);
        const locked = rowsOf(id, ids).map((each) => `'${each}'`);
        await killWorker({ lock: `SELECT FROM ${table} WHERE id IN (${locked.join()}) FOR UPDATE` });
        expect(await file(id)).toMatchObject({ status: 'queued', sha256: null });
        expect((await cases.finance.get(`/payment-files/${id}.xml`)).status).toBe(404);
        expect(await statuses(ids)).toEqual(ids.map(() => 'attested'));
        await medel.expectCoherent();

        await worker.start();
        await expectOneFile(id, ids);
        await worker.kill();
      },
      120_000,
    );
  });

  it('the API, when payments are settled and the ledger is not', async () => {
    const ids = await attested();
    const id = await order(ids);
    await worker.start();
    await made(id);
    await worker.kill();
    const before = await paid();
    const { id: appropriation } = await cases.appropriation(year);
    const rows = ids.map((each) => ({ endToEndId: each.replaceAll('-', ''), amount: `${GRANT}.00` }));
    rows[PAYMENTS - 1] = { ...rows[PAYMENTS - 1]!, direction: 'CRDT', reason: 'MS03' } as (typeof rows)[0];
    const notice = camt054(rows, { messageId: id.slice(0, 30) });
    await killWhileItWaits({
      lock: `SELECT FROM appropriation_funds WHERE appropriation_id = '${appropriation}' FOR UPDATE`,
      work: () => upload(cases.finance, id, notice).catch(() => undefined),
      kill: () => processes.api.kill(),
    });
    await processes.api.start();
    expect(await statuses(ids)).toEqual(ids.map(() => 'sent'));
    expect(await paid()).toBe(before);
    expect((await file(id)).settlements).toEqual([]);
    await medel.expectCoherent();

    const told = await must(upload(cases.finance, id, notice), 201);
    expect(outcomes(told)).toEqual(['executed', 'executed', 'bounced']);
    expect(await statuses(ids)).toEqual(['executed', 'executed', 'bounced']);
    expect(await paid()).toBe(before + GRANT * (PAYMENTS - 1));
    expect((await file(id)).settlements).toHaveLength(1);
  }, 300_000);

  it('the worker, while it orders what recurs: each is ordered once, beside another worker too', async () => {
    const colleague = (await startProcesses(medel.config)).worker;
    const admin = await client('admin');
    const ids: string[] = [];
    for (let n = 0; n < SCHEDULES; n += 1) {
      const order = { title: `Demo ${n}`, kind: 'payments', format: 'csv', recurrence: WEEKLY };
      const body = { ...order, filters: { year: 2020 + n }, keeping: { files: 1 } };
      ids.push((await must(admin.post('/export-schedules', { body }), 201)).body.id as string);
    }
    await medel.owner.query(`ALTER TABLE export_schedules DISABLE TRIGGER USER;
      UPDATE export_schedules SET next_run_at = next_run_at - interval '7 days';
      ALTER TABLE export_schedules ENABLE TRIGGER USER`);
    const ordered = async (): Promise<number> =>
      (await medel.owner.query('SELECT count(*)::integer AS n FROM exports')).rows[0].n;
    try {
      // The export is inserted, and its event, and with it the whole act, waits for the trail.
      await killWorker({ lock: 'LOCK TABLE audit_events IN SHARE MODE' });
      expect(await ordered()).toBeLessThan(SCHEDULES);
      await Promise.all([worker.start(), colleague.start()]);
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
      await until(async () => (await admin.get('/exports?status=ready&mine=true')).body.total === SCHEDULES, {
        seconds: 90,
        pause: 500,
      });
    } finally {
      await colleague.kill();
      await worker.kill();
    }
  }, 300_000);
});
