import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { removeEmbeddedPostgres } from '#platform/embedded';
import {
  figure,
  isFull,
  Medel,
  MortalPostgres,
  seededRandom,
  sized,
  startProcesses,
  startTestServer,
  until,
  type ChildServer,
  type TestServer,
} from '#testing';
import { expectCompleted, expectNoOrphans } from '../crash/found.js';
import { Backlog } from './backlog.js';
import { noRedis, RedisServer } from './redis-server.js';

type Victim = 'worker' | 'postgres' | 'redis' | 'redisOnly';

const DIRECTORY = '.medel/test-postgres-killed';
/** Exports that each round adds; the worker makes two at a time. */
const ADDED = 6;
/** Who is killed, again and again, in an order that is drawn. `redisOnly`: what it held is still there when it begins again. */
const ROUNDS: Record<'postgres' | 'redis', readonly Victim[]> = {
  postgres: ['worker', 'postgres'],
  redis: ['redis', 'worker', 'redis', 'redisOnly', 'postgres', 'redis'],
};
const KILLS = { postgres: sized(4, 40), redis: sized(6, 60) };

/** The worker, PostgreSQL and Redis are killed by SIGKILL while there is more to make than is made. */
describe('kills under a backlog', () => {
  const random = seededRandom('kills');
  let server: TestServer;
  let stopServer: () => Promise<void>;
  let postgres: MortalPostgres;

  beforeAll(async () => {
    ({ server, stop: stopServer } = await startTestServer(DIRECTORY));
    postgres = new MortalPostgres(server, DIRECTORY);
  }, 300_000);
  afterAll(async () => {
    await postgres?.stop();
    await stopServer?.();
    await removeEmbeddedPostgres(DIRECTORY);
  });

  /** Each as often as its turn comes, in an order of its own each time. */
  function victims(backend: 'postgres' | 'redis'): Victim[] {
    const drawn: Victim[] = [];
    while (drawn.length < KILLS[backend]) {
      const left = [...ROUNDS[backend]];
      while (left.length > 0) drawn.push(...left.splice(random.whole(0, left.length - 1), 1));
    }
    return drawn.slice(0, KILLS[backend]);
  }

  describe.each(['postgres', 'redis'] as const)('of a queue in %s', (backend) => {
    if (backend === 'redis' && noRedis) {
      it.skip('is not tested: there is no redis-server on this machine', () => undefined);
      return;
    }

    let redis: RedisServer | undefined;
    let medel: Medel;
    let worker: ChildServer;
    let backlog: Backlog;
    const killed: Victim[] = [];
    /** Jobs that Redis held when it was killed: those that were gone with it, and those that it still had. */
    const held = { lost: 0, kept: 0 };

    beforeAll(async () => {
      redis = backend === 'redis' ? await RedisServer.start() : undefined;
      const limits = { perUser: 10_000, total: 100_000 };
      medel = await Medel.start({ server, exports: limits, ...(redis && { redisUrl: redis.url }) });
      await postgres.checkpoint();
      ({ worker } = await startProcesses(medel.config));
      backlog = await Backlog.open(medel);
    }, 300_000);
    afterAll(async () => {
      await worker?.kill();
      await medel?.stop();
      await redis?.kill();
    });

    async function kill(victim: Victim): Promise<void> {
      killed.push(victim);
      if (victim === 'worker') {
        await worker.kill();
        return worker.start();
      }
      if (victim === 'postgres') {
        await postgres.killAndStart();
        const health = async () => (await medel.anyone().get('//health/ready')).status === 200;
        return void (await until(health, { seconds: 60 }));
      }
      const isLost = victim === 'redis';
      held[isLost ? 'lost' : 'kept'] += await redis!.jobs();
      await redis!.kill({ isLost });
      await redis!.start();
    }

    it(
      'makes what was ordered once, and as in calm',
      async () => {
        await worker.start();
        await backlog.makeCalmly();
        let left = 0;
        for (const victim of victims(backend)) {
          const before = await backlog.lastTold();
          await backlog.add(ADDED);
          // Something is made, and the rest waits.
          await until(async () => (await backlog.lastTold()) !== before, { seconds: 120 });
          // Redis while it holds most; the others while something is half done.
          if (!victim.startsWith('redis')) await sleep(random.whole(0, 200));
          left += (await backlog.waiting()).length;
          await kill(victim);
        }
        expect(worker.isAlive).toBe(true);
        expect(left).toBeGreaterThan(KILLS[backend]);
        // What went with Redis is taken up when nothing has been heard of it for half a minute.
        if (!isFull) await backlog.age(server.adminUrl);
        const isAllMade = async () => (await backlog.waiting()).length === 0;
        await until(isAllMade, { seconds: 120, pause: 200 }).catch(() => undefined);
        expect(await backlog.waiting()).toEqual([]);

        await backlog.expectAsInCalm();
        await expectCompleted(medel);
        await medel.expectCoherent();
        await worker.kill();
        await expectNoOrphans(medel);
        const counts = ROUNDS[backend].map((each) => [each, killed.filter((one) => one === each).length]);
        figure('queue', `${backend}.kills`, JSON.stringify(Object.fromEntries(counts)));
        figure('queue', `${backend}.leftWhenKilled`, left);
        figure('queue', `${backend}.exports`, `${backlog.ordered.length}, each once and as in calm`);
        if (!redis) return;
        expect(held).toEqual({ lost: expect.any(Number), kept: expect.any(Number) });
        expect(Math.min(held.lost, held.kept)).toBeGreaterThan(0);
        figure('queue', 'redis.jobs', JSON.stringify(held));
      },
      sized(10, 120) * 60_000,
    );
  });
});
