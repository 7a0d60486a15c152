import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { removeEmbeddedPostgres } from '#platform/embedded';
import {
  Client,
  figure,
  Medel,
  MortalPostgres,
  seededRandom,
  sized,
  startProcesses,
  startTestServer,
  until,
  type Any,
  type TestServer,
} from '#testing';
import { noRedis, RedisServer } from './redis-server.js';

/** On each of the two backends. */
const KILLS = sized(5, 50);
/** Exports that wait or run whenever somebody is killed. */
const BACKLOG = 4;
const EVENTS = 12_000;
const DIRECTORY = '.medel/test-postgres-queue';

/** Every way to write a CSV whose cells and decimals are told apart, and JSON. */
const WAYS = [
  { format: 'json' },
  ...[
    { separator: ',', decimal: '.' },
    { separator: ';', decimal: '.' },
    { separator: ';', decimal: ',' },
  ].flatMap((way) => [true, false].map((bom) => ({ format: 'csv', csv: { ...way, bom } }))),
];

let server: TestServer;
let stopServer: () => Promise<void>;
let postgres: MortalPostgres;
beforeAll(async () => {
  const started = await startTestServer(DIRECTORY);
  ({ server, stop: stopServer } = started);
  postgres = new MortalPostgres(server, DIRECTORY);
}, 300_000);
afterAll(async () => {
  await postgres.stop();
  await stopServer();
  await removeEmbeddedPostgres(DIRECTORY);
});

/**
 * The worker, PostgreSQL and Redis are killed while exports are made. Each that was ordered has exactly one result, and
 * that is byte for byte the one that a calm run makes.
 */
describe.each(['postgres', 'redis'] as const)('exports over a queue in %s, under kills,', (backend) => {
  if (backend === 'redis' && noRedis) {
    it.skip('are not tested: there is no redis-server on this machine', () => undefined);
    return;
  }

  const random = seededRandom(`queue in ${backend}`);
  let redis: RedisServer | undefined;
  let medel: Medel;
  let processes: Awaited<ReturnType<typeof startProcesses>>;
  let staff: Client;
  let variants: object[];
  const calm: Any[] = [];
  /** What was acknowledged: the order, and which of the variants it is of. */
  const ordered = new Map<string, number>();

  beforeAll(async () => {
    redis = backend === 'redis' ? await RedisServer.start() : undefined;
    const exports = { perUser: 10_000, total: 10_000 };
    medel = await Medel.start({ server, exports, ...(redis && { redisUrl: redis.url }) });
    processes = await startProcesses(medel.config);
    await processes.api.start();
    staff = await new Client(processes.address).signIn('revisor@medel.example');
    const { body } = await staff.get('/organisations?code=0180');
    const organisationId = body.items[0].id as string;
    await addAuditEvents(medel, organisationId, EVENTS);
    variants = WAYS.map((way) => ({ kind: 'audit-trail', filters: { organisationId }, ...way }));
  }, 300_000);
  afterAll(async () => {
    await processes?.worker.kill();
    await processes?.api.kill();
    await medel?.stop();
    await redis?.kill();
  });

  /** Asked for with the same key until it is acknowledged: an order that was not is there once all the same. */
  async function order(variant: number): Promise<string> {
    const key = `queue-${ordered.size}-${variant}`;
    const { id } = await until(
      async () => {
        const answer = await staff.post('/exports', { body: variants[variant], key }).catch(() => undefined);
        if (answer && ![202, 503].includes(answer.status)) throw new Error(JSON.stringify(answer.body));
        return answer?.status === 202 && (answer.body as { id: string });
      },
      { seconds: 60 },
    );
    ordered.set(id, variant);
    return id;
  }
  /** Counted again while PostgreSQL is away. */
  const count = async (where: string): Promise<number> => {
    const sql = `SELECT count(*)::integer AS n FROM ${where}`;
    const { rows } = await until(() => medel.owner.query(sql).catch(() => undefined), { seconds: 60 });
    return rows[0].n as number;
  };
  const unfinished = () => count(`exports WHERE status <> 'ready'`);
  const begun = () => count(`audit_events WHERE subject_type = 'export' AND action = 'start'`);
  const shown = async (id: string): Promise<Any> => {
    const { body } = await staff.get(`/exports/${id}`);
    return { sha256: body.sha256, size: body.size, rowCount: body.rowCount };
  };

  it('is made when it is calm', async () => {
    await processes.worker.start();
    const ids: string[] = [];
    for (const variant of variants.keys()) ids.push(await order(variant));
    await until(async () => (await unfinished()) === 0, { seconds: 120, pause: 200 });
    for (const id of ids) calm.push(await shown(id));
    expect(new Set(calm.map(({ sha256 }) => sha256)).size).toBe(WAYS.length);
    expect(calm.map(({ rowCount }) => rowCount)).toEqual(WAYS.map(() => EVENTS));
  });

  const victims = {
    worker: async () => {
      await processes.worker.kill();
      await processes.worker.start();
    },
    postgres: () => postgres.killAndStart(),
    redis: async () => {
      await redis!.kill();
      await redis!.start();
    },
  };

  it(
    `have one result each after ${KILLS} of them, with the bytes of a calm run`,
    async () => {
      const names = (backend === 'redis'
        ? ['worker', 'worker', 'redis', 'redis', 'postgres']
        : ['worker', 'worker', 'postgres']) as unknown as (keyof typeof victims)[];
      const struck: Record<string, number> = {};
      for (let kill = 0; kill < KILLS; kill += 1) {
        const before = await begun();
        while ((await unfinished()) < BACKLOG) await order(random.whole(0, variants.length - 1));
        // In the midst of an export: one has begun since the last kill, or the queue has not noticed it yet.
        await until(async () => (await begun()) > before, { seconds: 15 }).catch(() => undefined);
        await sleep(random.whole(0, 200));
        const whom = names[random.whole(0, names.length - 1)]!;
        await victims[whom]();
        struck[whom] = (struck[whom] ?? 0) + 1;
      }
      await goByAMinute();
      await until(async () => (await unfinished()) === 0, { seconds: 240, pause: 500 });

      const { rows } = await until(() =>
        medel.owner.query(
          `SELECT id, result->>'fileKey' AS key, result->>'rowsKey' AS "rowsKey", result->>'sha256' AS sha256,
           (SELECT count(*)::integer FROM audit_events e WHERE e.subject_id = x.id AND e.action = 'complete') AS completions
         FROM exports x`,
        ),
      );
      expect(rows.map(({ id }) => id as string).toSorted()).toEqual([...ordered.keys()].toSorted());
      for (const { id, key, sha256, completions } of rows) {
        expect([id, completions]).toEqual([id, 1]);
        expect([id, await shown(id)]).toEqual([id, calm[ordered.get(id)!]]);
        const hash = createHash('sha256');
        await pipeline(createReadStream(join(medel.config.storageDirectory, key)), hash);
        expect([id, hash.digest('hex')]).toEqual([id, sha256]);
      }
      // The keeper of a worker that has just begun goes its first round at once.
      await victims.worker();
      const owned = rows.flatMap(({ key, rowsKey }) => [key as string, rowsKey as string]).toSorted();
      const stored = () => readdirSync(medel.config.storageDirectory).toSorted();
      await until(async () => stored().length === owned.length, { seconds: 60 });
      expect(stored()).toEqual(owned);
      await medel.expectCoherent();
      figure('queue', `${backend}.kills`, `${KILLS} ${JSON.stringify(struck)}`);
      figure('queue', `${backend}.exports`, `${ordered.size}, one result each, bytes as in a calm run`);
    },
    sized(400_000, 3_600_000),
  );

  /** What a queue has lost is taken up after half a minute: as if that had gone by. */
  async function goByAMinute(): Promise<void> {
    await until(() =>
      medel.owner
        .query(
          `ALTER TABLE exports DISABLE TRIGGER USER;
           UPDATE exports SET requested_at = requested_at - interval '1 minute' WHERE status <> 'ready';
           ALTER TABLE exports ENABLE TRIGGER USER;
           UPDATE outbox_messages SET relayed_at = relayed_at - interval '1 minute'`,
        )
        .catch(() => undefined),
    );
  }
});

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
