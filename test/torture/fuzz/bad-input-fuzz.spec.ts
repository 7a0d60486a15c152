import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Medel, type Any } from '#testing';
import { Stage } from '../../api/stage.js';

let medel: Medel;
let stage: Stage;
beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

describe('anything at all', () => {
  const FIELDS = [
    'title',
    'summary',
    'contact',
    'activities',
    'costs',
    'requested',
    'coFinancing',
    'partners',
    'followUp',
    'statutoryDuty',
    'contact.name',
    'contact.email',
    'activities.0.title',
    'activities.0.goals',
    'activities.0.goals.0.year',
    'activities.0.goals.0.baseline',
    'activities.0.startsOn',
    'activities.0.targetGroups',
    'activities.0.areaCodes',
    'costs.0.year',
    'costs.0.amount',
    'costs.0.kind',
    'costs.0',
    'requested.0.amount',
    'followUp.plan',
    'partners.0',
  ];

  function put(form: Any, path: string, value: unknown): Any {
    const [name, ...rest] = path.split('.') as [string, ...string[]];
    const copy = Array.isArray(form) ? [...form] : { ...form };
    copy[name] = rest.length === 0 ? value : put(copy[name] ?? {}, rest.join('.'), value);
    return copy;
  }

  it('is answered with 200, 400 or 422', async () => {
    const seed = Date.now() % 2 ** 31;
    process.stdout.write(`bad-input fuzz seed ${seed}\n`);
    const hostile = [
      '\ud800',
      'a\u0000',
      '',
      ' ',
      [],
      {},
      [[]],
      [null],
      null,
      { length: 1 },
      '2026-02-30',
      1e12 + 1,
      -0,
    ];
    const value = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<unknown>(...hostile) },
      fc.jsonValue({ maxDepth: 4 }),
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.double(),
      fc.integer({ min: -1, max: 2_200 }),
      fc.maxSafeInteger(),
    );
    const who = stage.people['sokande.1275'];
    const path = `/applications/${await stage.application('draft')}`;
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...FIELDS), value), { minLength: 1, maxLength: 2 }),
        async (puts) => {
          const body = puts.reduce((form, [field, each]) => put(form, field, each), stage.form());
          const answer = await who.edit(path, body);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          expect([200, 400, 422]).toContain(answer.status);
          if (answer.status === 200) {
            // What was taken can be read, listed, checked, and refused to be submitted for its own reasons.
            for (const read of [path, `${path}/checks`, '/applications'])
              expect((await who.get(read)).status).toBe(200);
          } else expect(answer.body.findings.length).toBeGreaterThan(0);
        },
      ),
      { seed, numRuns: 300 },
    );
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400]));
    expect([200, 422]).toContain((await stage.people['firmatecknare.1275'].post(`${path}/submit`)).status);
  }, 120_000);
});
