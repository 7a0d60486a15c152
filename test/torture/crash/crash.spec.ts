import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { removeEmbeddedPostgres } from '#platform/embedded';
import {
  Cases,
  Client,
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
} from '#testing';
import { expectCompleted, expectNoOrphans, expectOnce } from './found.js';
import { Journal, Person } from './journal.js';
import { Life, type Stageful } from './life.js';
import { killBackend, phoenixes, type Phoenix } from './victims.js';

const CRASHES = sized(12, 500);
const LANES = 5;
const YEAR = new Date().getFullYear();
const DIRECTORY = '.medel/test-postgres-crashed';
/** How often each is struck, of this many. */
const STRIKES = ['api', 'api', 'api', 'worker', 'worker', 'postgres', 'postgres', 'backend'] as const;
type Strike = (typeof STRIKES)[number];

/** How often each was struck. */
const countsOf = (strikes: readonly Strike[]) =>
  Object.fromEntries(
    [...new Set(strikes)].map((each) => [each, strikes.filter((one) => one === each).length]),
  );

/**
 * People at work through the real API, while it, the worker and PostgreSQL are killed by SIGKILL, to whom and when by
 * chance. What was acknowledged is noted first, and only then is the database looked into: everything is there, once.
 */
describe('a crash loop', () => {
  const random = seededRandom('crash');
  const journal = new Journal();
  let stopServer: () => Promise<void>;
  let postgres: MortalPostgres;
  let medel: Medel;
  let apis: Phoenix[];
  let workers: Phoenix[];
  let servers: ChildServer[];
  let stage: Stageful;
  let before: number;
  let isOver = false;
  const struck: Strike[] = [];

  beforeAll(async () => {
    const started = await startTestServer(DIRECTORY);
    stopServer = started.stop;
    postgres = new MortalPostgres(started.server, DIRECTORY);
    medel = await Medel.start({ server: started.server, exports: { perUser: 10_000, total: 100_000 } });
    await postgres.checkpoint();
    const processes = [await startProcesses(medel.config), await startProcesses(medel.config)];
    servers = processes.flatMap(({ api, worker }) => [api, worker]);
    ({ apis, workers } = phoenixes(
      processes.map(({ api }) => api),
      processes.slice(0, 1).map(({ worker }) => worker),
    ));
    for (const each of [...apis, ...workers]) {
      each.begin();
      await each.settled();
    }
    const at = (address: string) => (name: string) => new Client(address).signIn(`${name}@medel.example`);
    const cases = await Cases.open({ as: at(processes[0]!.address) }, { years: [YEAR] });
    const person = async (name: string) =>
      new Person(name, await Promise.all(processes.map(({ address }) => at(address)(name))));
    const [applicant, signatory, officer, decider, finance] = await Promise.all(
      ['sokande.1275', 'firmatecknare.1275', 'handlaggare', 'beslut', 'ekonomi'].map(person),
    );
    stage = {
      people: {
        applicant: applicant!,
        signatory: signatory!,
        officer: officer!,
        decider: decider!,
        finance: finance!,
      },
      callId: cases.callId,
      year: YEAR,
    };
    const { rows } = await medel.owner.query('SELECT max(id)::integer AS last FROM audit_events');
    before = rows[0].last;
  }, 600_000);
  afterAll(async () => {
    isOver = true;
    journal.stop();
    for (const each of [...(apis ?? []), ...(workers ?? [])]) await each.end();
    await Promise.all((servers ?? []).map((server) => server.kill()));
    await medel?.stop();
    await postgres?.stop();
    await stopServer?.();
    await removeEmbeddedPostgres(DIRECTORY);
  });

  async function lane(number: number): Promise<void> {
    for (let life = 0; !isOver; life += 1)
      await new Life(`crash-${number}-${life}`, journal, stage, random, () => isOver).run();
  }

  const oneThatIsUp = (among: readonly Phoenix[]): Phoenix | undefined => {
    const up = among.filter((each) => each.isUp);
    return up[random.whole(0, Math.max(0, up.length - 1))];
  };

  async function strike(whom: Strike): Promise<boolean> {
    if (whom === 'postgres') return postgres.killAndStart().then(() => true);
    if (whom === 'backend') return killBackend(medel, random);
    const one = oneThatIsUp(whom === 'api' ? apis : workers);
    await one?.kill();
    return one !== undefined;
  }

  it(
    `of ${CRASHES} loses nothing that was acknowledged, and does nothing twice`,
    async () => {
      const started = performance.now();
      const lanes = Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
      let failure: Error | undefined;
      lanes.catch((error: Error) => (failure = error));
      while (struck.length < CRASHES) {
        const mark = journal.acknowledged.length + random.whole(2, 8);
        await until(
          () => {
            if (failure) throw failure;
            return Promise.resolve(journal.acknowledged.length >= mark);
          },
          { seconds: 240, pause: 2 },
        );
        await sleep(random.whole(0, 25));
        const whom = STRIKES[random.whole(0, STRIKES.length - 1)]!;
        if (!(await strike(whom))) continue;
        struck.push(whom);
        if (isFull && struck.length % 50 === 0) process.stderr.write(`${struck.length} crashes\n`);
      }
      isOver = true;
      await lanes;
      await Promise.all([...apis, ...workers].map((each) => each.settled()));
      // Nobody ended by itself, because somebody else was killed.
      expect([...apis, ...workers].map((each) => each.isAlive)).toEqual([true, true, true]);

      expect(journal.surprises).toEqual([]);
      // Nobody was told anything but that it was away, or nothing.
      const told = new Set(['no answer', '503 unavailable']);
      expect([...journal.refusals.keys()].filter((why) => !told.has(why))).toEqual([]);
      expect(journal.refusals.size).toBeGreaterThan(0);
      await expectOnce(medel, journal.acknowledged, before);
      await expectCompleted(medel);
      await medel.expectCoherent();
      const auditor = await medel.as('revisor');
      const { body } = await auditor.get('/audit/verification');
      expect(body).toMatchObject({ ok: true, firstBroken: null });
      await Promise.all(workers.map((each) => each.end()));
      await expectNoOrphans(medel);

      const seconds = (performance.now() - started) / 1_000;
      figure('crash', 'crashes', `${CRASHES} (${JSON.stringify(countsOf(struck))})`);
      figure('crash', 'acknowledged', journal.acknowledged.length);
      figure('crash', 'askedAgain', JSON.stringify(Object.fromEntries(journal.refusals)));
      figure('crash', 'secondsPerCrash', (seconds / CRASHES).toFixed(2));
      figure('crash', 'lost', 0);
    },
    sized(900_000, 3 * 3_600_000),
  );
});
