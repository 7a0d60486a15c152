import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { figure, isFull, seededRandom, startTestServer, type TestServer } from '#testing';
import { Copy } from './copy.js';
import { readPatches, type Patch } from './patches.js';

/** Drawn in every run. Those that ask a database take some ten times as long as the others. */
const QUICK = { nothing: 6, database: 2 };
const MINUTES = 60_000;
const SERVERS = '.medel/planted';

const patches = readPatches();
const random = seededRandom('planted');

function draw(asks: keyof typeof QUICK): Patch[] {
  // The other suites take their time.
  const left = patches.filter((patch) => patch.asks === asks && !patch.spec.startsWith('test/torture/'));
  return Array.from({ length: QUICK[asks] }, () => left.splice(random.whole(0, left.length - 1), 1)[0]!);
}

const drawn = isFull ? patches : [...draw('nothing'), ...draw('database')];

describe('a fault that is planted', () => {
  let copy: Copy;
  let caught = 0;
  let shared: ReturnType<typeof startTestServer> | undefined;

  /** One server for all that are not about how its database is made. */
  const onServer = async <T>(asks: Patch['asks'], work: (server?: TestServer) => Promise<T>): Promise<T> => {
    if (asks === 'nothing') return work();
    copy.build();
    if (asks === 'database') return work((await (shared ??= startTestServer(`${SERVERS}-postgres`))).server);
    const { server, stop } = await startTestServer(`${SERVERS}-migrated`, copy.root);
    try {
      return await work(server);
    } finally {
      await stop();
    }
  };

  beforeAll(() => {
    copy = Copy.make();
  }, 5 * MINUTES);

  afterAll(async () => {
    await (await shared)?.stop();
    copy.remove();
    figure('planted', 'patches', `${caught} caught of ${drawn.length}, of ${patches.length} that there are`);
  });

  it('is one of thirty at least, and each can still be planted', () => {
    expect(patches.length).toBeGreaterThanOrEqual(30);
    expect(patches.flatMap(({ file }) => copy.whyNot(file) ?? [])).toEqual([]);
  });

  if (isFull)
    it(
      'is all that is wrong: without one, the specs are green',
      async () => {
        const specs = [...new Set(patches.map(({ spec }) => spec))];
        copy.build();
        const run = await onServer('database', (server) => copy.run(specs, { server }));
        expect(run).toMatchObject({ broken: [], unmet: [], otherwise: [] });
      },
      60 * MINUTES,
    );

  it.each(drawn)(
    'is found: $name',
    async ({ name, file, spec, only, asks, isOfProcesses }) => {
      const began = performance.now();
      copy.plant(file);
      try {
        if (isOfProcesses) copy.build();
        const run = await onServer(asks, (server) => copy.run([spec], { only, server }));
        const isCaught = run.broken.length === 0 && run.unmet.length > 0;
        const seconds = Math.round((performance.now() - began) / 1_000);
        figure('planted', name, `${isCaught ? 'caught' : 'MISSED'} (${seconds} s)`);
        caught += isCaught ? 1 : 0;
        if (!isCaught) process.stderr.write(`${name}: ${JSON.stringify(run, null, 2)}\n`);
        expect(isCaught).toBe(true);
      } finally {
        copy.takeBack(file);
      }
    },
    30 * MINUTES,
  );
});
