import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoSeed } from '#core/demo';
import { exportKinds } from '#core/exports';
import { hasText } from '#text';
import { Medel, type Client } from '#testing';
import { withSeeds } from '../../tools/seed/context.js';
import { orderExport } from '../api/ordered-exports.js';
import { expectGolden } from './golden.js';

/** Made of the demo world: what stands in them is of no day on which it was made. */
const FOLLOW_UPS = ['summary', 'granted-and-refused', 'grants-by-county', 'grants-by-municipality-group', 'grants-by-size-class', 'grants-by-recipient', 'grants-by-priority-area', 'grants-by-target-group', 'co-financing-share', 'results', 'results-by-area', 'measure-trend', 'evaluation-figures'];

describe('follow-up reports of the demo world', () => {
  let medel: Medel;
  let auditor: Client;

  beforeAll(async () => {
    medel = await Medel.start({ worker: true });
    const { databaseUrl, queueDatabaseUrl } = medel.config;
    const urls = { appUrl: databaseUrl, queueUrl: queueDatabaseUrl, ownerUrl: '' };
    await withSeeds(urls, (seeds) => seeds.get(DemoSeed).run());
    auditor = await medel.as('revisor');
  }, 120_000);
  afterAll(() => medel.stop());

  it.each(FOLLOW_UPS)('%s is as reviewed', async (kind) => {
    expectGolden(`test/golden/exports/${kind}.csv`, (await orderExport(auditor, { kind })).file);
  });
});

it.each(exportKinds)('$kind and its columns and filters have names that a person reads', ({ kind, columns, filters }) => {
  const codes = [`exportKind.${kind}`, ...columns.map(({ key }) => `column.${key}`), ...filters.map((f) => `filter.${f}`)];
  expect(codes.filter((code) => !hasText(code))).toEqual([]);
});
