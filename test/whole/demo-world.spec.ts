import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoSeed } from '#core/demo';
import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import { Medel, until, type Any, type Client } from '#testing';
import { withSeeds } from '../../tools/seed/context.js';

/** What a person who starts Medel finds in it, made through the services as people would have. */
describe('the demo world', () => {
  let medel: Medel;
  let auditor: Client;
  let acts: number;

  const seed = () => {
    const { databaseUrl, queueDatabaseUrl } = medel.config;
    const urls = { appUrl: databaseUrl, queueUrl: queueDatabaseUrl, ownerUrl: '' };
    return withSeeds(urls, (seeds) => seeds.get(DemoSeed).run());
  };
  const all = async (path: string): Promise<Any[]> => {
    const { status, body } = await auditor.get(path);
    expect([path, status]).toEqual([path, 200]);
    return body.items;
  };

  beforeAll(async () => {
    medel = await Medel.start();
    acts = await seed();
    auditor = await medel.as('revisor');
  }, 120_000);
  afterAll(() => medel.stop());

  it('has open calls of both steps, and cases in every state', async () => {
    const open = (await all('/calls?status=published')).filter((call) => call.isOpen);
    expect(open.map(({ step, programmeCode }) => `${programmeCode} ${step}`).toSorted()).toEqual([
      'exempel-2027 mapping',
      'exempel-2027 measures',
    ]);
    const { rows } = await medel.owner.query<{ status: string; n: number; demo: boolean }>(
      `SELECT status, count(*)::integer AS n, bool_and(content->>'title' = '' OR content->>'title' ~ 'demo') AS demo
       FROM applications GROUP BY 1`,
    );
    expect(rows.map(({ status }) => status).toSorted()).toEqual([...applicationLifecycle.states].toSorted());
    const total = rows.reduce((sum, { n }) => sum + n, 0);
    expect([total >= 50, total <= 75, rows.every(({ demo }) => demo)]).toEqual([true, true, true]);
  });

  it('has an appropriation of 2027, and promises to 2029 within its limit', async () => {
    const [found] = await all('/appropriations?year=2027');
    const ledger = (await auditor.get(`/appropriations/${found.id}/ledger`)).body;
    expect(ledger.allocated).toBeGreaterThan(0);
    expect(ledger.futureYears.map((row: Any) => [row.year, row.committed > 0])).toEqual([
      [2028, true],
      [2029, true],
    ]);
    expect(ledger.commitmentLimit.available).toBeGreaterThan(0);
  });

  it('has grants of several years that are paid, and one of them waits for a report that is late', async () => {
    const executed = await all('/payments?status=executed&limit=200');
    const paid = new Set(executed.map(({ decisionId }) => decisionId));
    expect(paid.size).toBe(2);
    for (const id of paid) expect((await auditor.get(`/decisions/${id}`)).body.years).toHaveLength(3);
    expect((await all('/payments?status=withheld')).map(({ withheldReason }) => withheldReason.kind)).toEqual(
      ['report'],
    );
    expect(await all('/payment-files?status=ready')).toHaveLength(executed.length);
    const reports = await all('/reports?limit=200');
    expect(reports.filter(({ status }) => status === 'submitted')).toHaveLength(1);
    expect(reports.filter(({ isOverdue }) => isOverdue)).toHaveLength(1);
  });

  it('has an export that comes by itself every month, for two who may read it', async () => {
    const [planned, ...more] = await all('/export-schedules');
    expect(more).toEqual([]);
    expect(planned).toMatchObject({
      status: 'active',
      kind: 'reporting-status',
      owner: { name: 'Demo Revisor' },
    });
    expect([planned.recipients.length, planned.missedRuns]).toEqual([2, 0]);
  });

  it('has one recovery, from a settlement: heard, decided, and paid in part', async () => {
    const recoveries = await all('/recoveries');
    expect(recoveries).toMatchObject([
      {
        grounds: 'settlement',
        amount: 80_000,
        status: 'settling',
        organisation: { code: '1275' },
        balance: { claimed: 80_000, paid: 20_000, principal: 60_000, interest: 0 },
      },
    ]);
    const { body } = await auditor.get(`/recoveries/${recoveries[0].id}`);
    expect([body.answers.length, body.instalments.length, body.decidedBy === body.consideredBy]).toEqual([
      1,
      2,
      false,
    ]);
    const report = (await auditor.get(`/reports/${body.reportId}`)).body;
    expect(report.settlements).toMatchObject([{ paid: 1_700_000, entitled: 1_620_000, repay: 80_000 }]);
    const returned = (await all('/appropriations?limit=200')).map((row) => row.returned);
    expect(returned.reduce((sum, each) => sum + each, 0)).toBe(20_000);
  });

  it('has a letter of everything that was decided, asked for or demanded, as soon as a worker is there', async () => {
    await medel.startWorker();
    const { items: letters } = await until<{ items: Any[] }>(
      async () => {
        const { body } = await auditor.get('/letters?limit=200');
        return body.items.every(({ status }: Any) => status === 'sealed') && { items: body.items as Any[] };
      },
      { seconds: 60 },
    );
    const kinds = [...new Set(letters.map(({ kind }) => kind))].toSorted();
    expect(kinds).toEqual([
      'amendment',
      'completionRequest',
      'delayNotice',
      'partialApproval',
      'recoveryDemand',
      'rejection',
    ]);
    const decided = await all('/decisions?status=approved&limit=200');
    const told = new Set(letters.map(({ decisionId }) => decisionId));
    expect(decided.filter(({ id }) => !told.has(id))).toEqual([]);
    for (const kind of kinds) {
      const { id, registryNumber } = letters.find((letter) => letter.kind === kind)!;
      const { document } = (await auditor.get(`/letters/${id}`)).body;
      expect(document.label).toBe('Demo: inget verkligt beslut · Exempelprogram: inget verkligt bidrag');
      expect(JSON.stringify(document)).toContain(registryNumber);
      expect(JSON.stringify(document)).not.toMatch(/undefined|NaN|null kr| –[,.]/);
    }
  });

  it('is sound, and is made once', async () => {
    await medel.expectCoherent();
    expect(acts).toBeGreaterThan(300);
    expect(await seed()).toBe(0);
  });
});
