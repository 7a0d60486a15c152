import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoSeed } from '#core/demo';
import { exportKinds, inWords } from '#core/exports';
import { parseCsv } from '#platform/csv';
import { hasText } from '#text';
import { Medel, type Client } from '#testing';
import { withSeeds } from '../../tools/seed/context.js';
import { orderExport } from '../api/ordered-exports.js';
import { expectGolden } from './golden.js';

/** Made of the demo world: what stands in them is of no day on which it was made. */
const FOLLOW_UPS = ['summary', 'granted-and-refused', 'grants-by-county', 'grants-by-municipality-group', 'grants-by-size-class', 'grants-by-recipient', 'grants-by-priority-area', 'grants-by-target-group', 'co-financing-share', 'results', 'results-by-area', 'measure-trend', 'evaluation-figures'];

/** Where the inhabitants are from, sections by number, and the groups of the evaluation. */
const NO_CODE = /^(.*SCB, .*|[\d.]+|[ABC])$/;
const WITH_CODES = exportKinds.filter(({ formats }) => formats === undefined);

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

  it.each(WITH_CODES)('$kind has no code without a word, and none where no codes are', async ({ kind, columns }) => {
    const rows = parseCsv((await orderExport(auditor, { kind })).file);
    for (const { key, words, type } of columns) {
      const cells = [...new Set(rows.map((row) => row[key]!))].filter((cell) => cell !== '');
      const told = cells.filter((cell) => words !== undefined && inWords('sv', words, cell) === cell);
      if (words !== undefined) expect([key, told.filter((cell) => !NO_CODE.test(cell))]).toEqual([key, []]);
      else if (type === 'text') expect([key, cells.filter((cell) => /^[a-z]+([A-Z][a-z]+)*$/.test(cell))]).toEqual([key, []]);
    }
  });
});

it.each(exportKinds)('$kind and its columns and filters have names that a person reads', ({ kind, columns, filters }) => {
  const codes = [`exportKind.${kind}`, ...columns.map(({ key }) => `column.${key}`), ...filters.map((f) => `filter.${f}`)];
  expect(codes.filter((code) => !hasText(code))).toEqual([]);
});
