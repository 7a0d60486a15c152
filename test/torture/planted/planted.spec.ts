import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { figure, isFull, seededRandom, startTestServer, type TestServer } from '#testing';
import { Copy } from './copy.js';
import { readPatches, type Patch } from './patches.js';

/** Drawn in every run. Those that ask a database take some ten times as long as the others. */
const QUICK = { nothing: 6, database: 2 };
const MINUTES = 60_000;

const patches = readPatches();
const random = seededRandom('planted');

function draw(asks: keyof typeof QUICK): Patch[] {
  const left = patches.filter((patch) => patch.asks === asks);
  return Array.from({ length: QUICK[asks] }, () => left.splice(random.whole(0, left.length - 1), 1)[0]!);
}

const drawn = isFull ? patches : [...draw('nothing'), ...draw('database')];

describe('a fault that is planted', () => {
  let copy: Copy;
  let caught = 0;
  const stops: (() => Promise<void>)[] = [];
  let shared: Promise<TestServer> | undefined;

  const start = async (root?: string): Promise<TestServer> => {
    const { server, stop } = await startTestServer(`.medel/planted-postgres${root ? '-migrated' : ''}`, root);
    stops.push(stop);
    return server;
  };

  /** One for all that are not about how it is made. */
  const serverOf = async ({ asks }: Patch): Promise<TestServer | undefined> => {
    if (asks === 'nothing') return undefined;
    if (asks === 'database') return (shared ??= start());
    copy.build();
    return start(copy.root);
  };

  beforeAll(() => {
    copy = Copy.make();
  }, 5 * MINUTES);

  afterAll(async () => {
    for (const stop of stops) await stop();
    copy.remove();
    figure('planted', 'patches', `${drawn.length} of ${patches.length}, ${caught} caught`);
  });

  it('is one of thirty at least, and each can still be planted', () => {
    expect(patches.length).toBeGreaterThanOrEqual(30);
    const withered = patches.flatMap(({ name, file }) => {
      try {
        copy.check(file);
        return [];
      } catch (error) {
        return [`${name}: ${String((error as { stderr: Buffer }).stderr)}`];
      }
    });
    expect(withered).toEqual([]);
  });

  if (isFull)
    it(
      'is all that is wrong: without one, the specs are green',
      async () => {
        const specs = [...new Set(patches.map(({ spec }) => spec))];
        const server = await (shared ??= start());
        expect(await copy.run(specs, { server })).toMatchObject({ broken: [], unmet: [], otherwise: [] });
      },
      60 * MINUTES,
    );

  it.each(drawn)(
    'is found: $name',
    async (patch) => {
      copy.plant(patch.file);
      try {
        const began = performance.now();
        const server = await serverOf(patch);
        const { broken, unmet, otherwise } = await copy.run([patch.spec], { only: patch.only, server });
        const seconds = Math.round((performance.now() - began) / 1_000);
        figure(
          'planted',
          patch.name,
          `${unmet.length > 0 && broken.length === 0 ? 'caught' : 'MISSED'} (${seconds} s)`,
        );
        expect(broken).toEqual([]);
        if (unmet.length === 0) expect(`red by a failed expectation`).toBe(otherwise.join('\n') || 'green');
        caught += 1;
      } finally {
        copy.takeBack(patch.file);
        if (patch.asks === 'migrations') await stops.pop()!();
      }
    },
    30 * MINUTES,
  );
});
