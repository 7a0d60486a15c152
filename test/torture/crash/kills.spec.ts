import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded';
import {
  Cases,
  Client,
  Medel,
  seededRandom,
  startProcesses,
  startTestServer,
  until,
  type Answer,
  type Any,
  type TestServer,
} from '#testing';
import { must } from '../../api/stage.js';

const year = new Date().getFullYear();
const CLIENTS = 6;

type Processes = Awaited<ReturnType<typeof startProcesses>>;

/** Submits every draft with a key of its own, again and again until it is told what came of it. */
class Load {
  readonly acknowledged = new Map<string, Any>();
  readonly refusals = new Map<string, number>();
  private readonly waiting: string[];
  private isStopped = false;

  constructor(
    private readonly signatory: Client,
    drafts: readonly string[],
  ) {
    this.waiting = [...drafts];
  }

  stop(): void {
    this.isStopped = true;
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: CLIENTS }, () => this.client()));
  }

  private async client(): Promise<void> {
    for (let id = this.waiting.shift(); id !== undefined; id = this.waiting.shift()) {
      while (!this.isStopped) {
        const answer = await this.submit(id);
        if (answer?.status === 200) {
          this.acknowledged.set(id, answer.body);
          break;
        }
        const why = answer ? `${answer.status} ${answer.body.code}` : 'no answer';
        this.refusals.set(why, (this.refusals.get(why) ?? 0) + 1);
        await sleep(50);
      }
    }
  }

  private submit(id: string): Promise<Answer<Any> | undefined> {
    return this.signatory.post(`/applications/${id}/submit`, { key: `submit-${id}` }).catch(() => undefined);
  }
}

/** What was acknowledged is there, word for word and once. */
async function expectSubmitted(medel: Medel, { acknowledged }: Load, drafts: readonly string[]) {
  expect([...acknowledged.keys()].sort()).toEqual([...drafts].sort());
  const { rows } = await medel.owner.query(
    `SELECT a.id, a.status, a.registry_number,
       (SELECT count(*) FROM submissions s WHERE s.subject_id = a.id) AS submissions,
       (SELECT count(*) FROM audit_events e WHERE e.subject_id = a.id AND e.action = 'submit') AS submits,
       (SELECT count(*) FROM idempotency_keys k WHERE k.key = 'submit-' || a.id) AS keys
     FROM applications a WHERE a.id = ANY($1)`,
    [drafts],
  );
  for (const { id, submissions, submits, keys, ...row } of rows) {
    expect([Number(submissions), Number(submits), Number(keys)]).toEqual([1, 1, 1]);
    const { status, registryNumber } = acknowledged.get(id);
    expect(row).toEqual({ status, registry_number: registryNumber });
  }
  expect(new Set(rows.map((row) => row.registry_number)).size).toBe(drafts.length);
  await medel.expectCoherent();
}

const makeDrafts = async (cases: Cases, count: number): Promise<string[]> => {
  const drafts: string[] = [];
  while (drafts.length < count)
    drafts.push(...(await Promise.all(Array.from({ length: 8 }, () => cases.draft()))));
  return drafts.slice(0, count);
};

/** Twelve times SIGKILL, to whom and when by chance: what was acknowledged is there once, and nothing is half done. */
describe('kills', () => {
  const random = seededRandom('kills');
  const loads: Load[] = [];
  const directory = '.medel/test-postgres-killed';
  let starting: ReturnType<typeof startTestServer>;

  // Made while the first tests mostly wait for a queue to notice that its worker is gone.
  beforeAll(() => {
    starting = startTestServer(directory);
    starting.catch(() => undefined);
  });
  afterAll(async () => {
    for (const load of loads) load.stop();
    await (await starting).stop();
    await removeEmbeddedPostgres(directory);
  });

  describe('of API and worker', () => {
    let medel: Medel;
    let processes: Processes;
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

    it('five times the API under submits', async () => {
      const drafts = await makeDrafts(cases, 60);
      const load = new Load(cases.signatory, drafts);
      loads.push(load);
      const done = load.run();
      for (let kills = 0; kills < 5; kills += 1) {
        const mark = Math.min(load.acknowledged.size + random.whole(3, 12), drafts.length - 1);
        await until(async () => load.acknowledged.size >= mark, { pause: 1 });
        await sleep(random.whole(0, 25));
        await processes.api.kill();
        await processes.api.start();
      }
      await done;
      expect(load.refusals.get('no answer')).toBeGreaterThan(0);
      await expectSubmitted(medel, load, drafts);
    }, 120_000);

    it('five times the worker under exports', async () => {
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
        await until(() => isReady(id), { seconds: 60 });
        calm.push(pick(await status(id)));
      }

      const orders = [];
      for (const variant of variants) orders.push(await order(variant));
      const counts = async () => (await cases.officer.get('/exports?status=ready&limit=1')).body.total;
      for (let kills = 0; kills < 5; kills += 1) {
        const before =
          (await cases.officer.get('/exports?status=running&limit=1')).body.total + (await counts());
        await until(
          async () => {
            const { total } = (await cases.officer.get('/exports?status=running&limit=1')).body;
            return total + (await counts()) > before;
          },
          { seconds: 60 },
        );
        await sleep(random.whole(0, 400));
        await processes.worker.kill();
        await processes.worker.start();
      }
      await until(async () => (await counts()) === variants.length * 2, { seconds: 90, pause: 200 });

      for (const [index, id] of orders.entries()) expect(pick(await status(id))).toEqual(calm[index]);
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
    }, 120_000);
  });

  describe('of PostgreSQL', () => {
    let server: TestServer;
    let postgres: EmbeddedPostgres | undefined;
    let medel: Medel;
    let processes: Processes;

    const postmaster = () =>
      Number(readFileSync(join(server.home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

    beforeAll(async () => {
      ({ server } = await starting);
      medel = await Medel.start({ server });
      processes = await startProcesses(medel.config);
      await processes.api.start();
      await processes.worker.start();
    }, 60_000);
    afterAll(async () => {
      await processes.api.kill();
      await processes.worker.kill();
      await medel.stop();
      await postgres?.stop();
    });

    it('twice under submits', async () => {
      const port = Number(new URL(server.adminUrl).port);
      const client = (name: string) => new Client(processes.address).signIn(`${name}@medel.example`);
      const cases = await Cases.open({ as: client }, { years: [year] });
      const drafts = await makeDrafts(cases, 40);
      const exported = async () => {
        const body = { kind: 'applications', format: 'csv', filters: {} };
        const { id } = (await cases.officer.post('/exports', { body })).body;
        return until(
          async () => {
            const state = (await cases.officer.get(`/exports/${id}`)).body;
            return state.status === 'ready' && state;
          },
          { seconds: 40 },
        );
      };
      expect(await exported()).toMatchObject({ rowCount: 0 });
      const load = new Load(cases.signatory, drafts);
      loads.push(load);
      const done = load.run();
      for (let kills = 0; kills < 2; kills += 1) {
        const mark = Math.min(load.acknowledged.size + random.whole(3, 10), drafts.length - 1);
        await until(async () => load.acknowledged.size >= mark, { pause: 1 });
        process.kill(postmaster(), 'SIGKILL');
        const away = await until(async () => {
          const answer = await cases.officer.get('/calls').catch(() => undefined);
          return answer?.status !== 200 && answer;
        });
        const answers = {
          live: await cases.officer.get('//health/live'),
          ready: await cases.officer.get('//health/ready'),
        };
        postgres = await startEmbeddedPostgres({ directory, port });
        expect(away).toMatchObject({ status: 503, body: { code: 'unavailable', status: 503 } });
        expect(away.headers.get('content-type')).toContain('application/problem+json');
        expect(away.headers.get('retry-after')).toBe('1');
        expect([answers.live.status, answers.ready.status]).toEqual([200, 503]);
        const written = await until(async () => {
          const answer = await cases.applicant.post('/applications', { body: { callId: cases.callId } });
          return answer.status !== 503 && answer;
        });
        expect(written.status).toBe(201);
      }
      await done;
      // Nobody was told anything but that it was away.
      expect([...load.refusals.keys()]).toEqual(['503 unavailable']);
      await expectSubmitted(medel, load, drafts);

      expect([processes.api.isAlive, processes.worker.isAlive]).toEqual([true, true]);
      expect(await exported()).toMatchObject({ rowCount: drafts.length });
    }, 120_000);
  });
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
