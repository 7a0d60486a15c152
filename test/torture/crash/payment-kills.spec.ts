import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cases, Client, Medel, seededRandom, sized, startProcesses, until, type Any } from '#testing';
import { camt054, outcomes, upload } from '../../api/bank.js';
import { must } from '../../api/stage.js';

const year = new Date().getFullYear();
const GRANT = 900_000;
const PAYMENTS = 3;
/** At times by chance, of the worker and of the API. */
const KILLS = sized(3, 50);

/** SIGKILL between file and ledger: the file is there whole or not at all, and the ledger is what the bank did. */
describe('killed', () => {
  const random = seededRandom('payment kills');
  let medel: Medel;
  let processes: Awaited<ReturnType<typeof startProcesses>>;
  let cases: Cases;

  const client = (name: string) => new Client(processes.address).signIn(`${name}@medel.example`);

  beforeAll(async () => {
    medel = await Medel.start();
    processes = await startProcesses(medel.config);
    await processes.api.start();
    cases = await Cases.open({ as: client }, { years: [year] });
  }, 120_000);
  afterEach(() => medel.expectCoherent());
  afterAll(async () => {
    await processes.api.kill();
    await processes.worker.kill();
    await medel.stop();
  });

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
      { seconds: 60 },
    );
  const statuses = async (ids: string[]): Promise<string[]> => {
    const answers = await Promise.all(ids.map((id) => cases.finance.get<Any>(`/payments/${id}`)));
    return answers.map(({ body }) => body.status);
  };
  const xml = async (id: string): Promise<string> =>
    (await must(cases.finance.get<string>(`/payment-files/${id}.xml`), 200)).body;
  const paid = async (): Promise<number> => (await cases.appropriation(year)).paid;

  /** Holds a row that the killed one must have, until somebody waits for it; then kills, and lets go. */
  async function killWhileItWaitsFor(lock: string, work: () => Promise<unknown>, kill: () => Promise<void>) {
    const owner = await medel.owner.connect();
    try {
      const { pid } = (await owner.query('SELECT pg_backend_pid() AS pid')).rows[0];
      await owner.query(`BEGIN; ${lock}`);
      const working = work();
      const waiting = await until(async () => {
        const { rows } = await medel.owner.query(
          `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND $1 = ANY(pg_blocking_pids(pid))`,
          [pid],
        );
        return rows.length > 0 && rows.map((row) => row.pid as number);
      });
      await kill();
      await working;
      await owner.query('ROLLBACK');
      // What waited finds out that nobody is there any more, and undoes what it had done.
      await until(async () => {
        const sql = 'SELECT FROM pg_stat_activity WHERE pid = ANY($1)';
        return (await medel.owner.query(sql, [waiting])).rows.length === 0;
      });
    } finally {
      owner.release(true);
    }
  }

  /** In one file, once, whose content is the one that was hashed. */
  async function expectOneFile(id: string, ids: string[]): Promise<string> {
    const shown = await made(id);
    const content = await xml(id);
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
    return content;
  }

  describe('the worker, while it makes a file,', () => {
    it.each([
      ['before the file is stored', 'payment_files', (id: string) => [id]],
      ['when the file is stored and nothing committed', 'payments', (_: string, ids: string[]) => ids],
    ])(
      '%s',
      async (_, table, rowsOf) => {
        const ids = await attested();
        const id = await order(ids);
        const locked = rowsOf(id, ids).map((each) => `'${each}'`);
        await killWhileItWaitsFor(
          `SELECT FROM ${table} WHERE id IN (${locked.join()}) FOR UPDATE`,
          () => processes.worker.start(),
          () => processes.worker.kill(),
        );
        expect(await file(id)).toMatchObject({ status: 'queued', sha256: null });
        expect((await cases.finance.get(`/payment-files/${id}.xml`)).status).toBe(404);
        expect(await statuses(ids)).toEqual(ids.map(() => 'attested'));
        await medel.expectCoherent();

        await processes.worker.start();
        const content = await expectOneFile(id, ids);
        await processes.worker.kill();
        await processes.worker.start();
        await sleep(500);
        expect(await xml(id)).toBe(content);
        await processes.worker.kill();
      },
      120_000,
    );

    it('whenever', async () => {
      const files: { id: string; ids: string[] }[] = [];
      for (let kills = 0; kills < KILLS; kills += 1) {
        const ids = await attested();
        await processes.worker.kill();
        files.push({ id: await order(ids), ids });
        await processes.worker.start();
        // It looks into the outbox five times a second, once it has begun.
        await sleep(random.whole(0, 2_500));
      }
      await processes.worker.kill();
      await processes.worker.start();
      const contents = new Map<string, string>();
      for (const { id, ids } of files) contents.set(id, await expectOneFile(id, ids));
      await processes.worker.kill();
      await processes.worker.start();
      await sleep(500);
      for (const [id, content] of contents) expect(await xml(id)).toBe(content);
      await processes.worker.kill();
    }, 180_000);
  });

  describe('the API, while it takes a notice of the bank,', () => {
    let id: string;
    let ids: string[];
    let notice: string;
    const send = () => upload(cases.finance, id, notice).catch(() => undefined);

    /** Executed, executed and turned away: what the bank did. */
    const booked = GRANT * (PAYMENTS - 1);

    async function sent(): Promise<void> {
      ids = await attested();
      id = await order(ids);
      if (!processes.worker.isAlive) await processes.worker.start();
      await made(id);
      const rows = ids.map((each) => ({ endToEndId: each.replaceAll('-', ''), amount: `${GRANT}.00` }));
      notice = camt054(
        rows.map((row, index) =>
          index === PAYMENTS - 1 ? { ...row, direction: 'CRDT' as const, reason: 'MS03' } : row,
        ),
        { messageId: id.slice(0, 30) },
      );
    }

    async function expectBooked(before: number): Promise<void> {
      const told = await must(upload(cases.finance, id, notice), 201);
      expect(outcomes(told)).toEqual(['executed', 'executed', 'bounced']);
      expect(await statuses(ids)).toEqual(['executed', 'executed', 'bounced']);
      expect(await paid()).toBe(before + booked);
      expect((await file(id)).settlements).toHaveLength(1);
      const { rows } = await medel.owner.query(
        `SELECT count(*)::integer AS n FROM audit_events WHERE subject_id = ANY($1) AND action IN ('execute', 'bounce')`,
        [ids],
      );
      expect(rows).toEqual([{ n: PAYMENTS }]);
    }

    it('when the payments are settled and the ledger is not', async () => {
      await sent();
      const before = await paid();
      const { id: appropriation } = await cases.appropriation(year);
      await killWhileItWaitsFor(
        `SELECT FROM appropriation_funds WHERE appropriation_id = '${appropriation}' FOR UPDATE`,
        send,
        () => processes.api.kill(),
      );
      await processes.api.start();
      expect(await statuses(ids)).toEqual(ids.map(() => 'sent'));
      expect(await paid()).toBe(before);
      expect((await file(id)).settlements).toEqual([]);
      await medel.expectCoherent();
      await expectBooked(before);
    }, 120_000);

    it('whenever', async () => {
      for (let kills = 0; kills < KILLS; kills += 1) {
        await sent();
        const before = await paid();
        const sending = send();
        await sleep(random.whole(0, 60));
        await processes.api.kill();
        await sending;
        await processes.api.start();
        await expectBooked(before);
      }
    }, 180_000);
  });
});
