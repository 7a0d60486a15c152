import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BEFORE_PROOF, DEMANDS_FRESH_PROOF, permissions } from '#domain/access/permissions';
import { lifecycles } from '#domain/lifecycles';
import { createOwnerDataSource } from '#platform/database';
import { Medel } from '#testing';
import { asJson, expectGolden } from './golden.js';

describe('lifecycles', () => {
  it.each(lifecycles.map((lifecycle) => [lifecycle.subject, lifecycle] as const))('%s is drawn as it is', (subject, lifecycle) => {
    expectGolden(`docs/lifecycles/${subject}.mmd`, lifecycle.diagram());
  });

  it('permissions are those that were reviewed', () => {
    const beforeProof = { beforeProof: BEFORE_PROOF, demandsFreshProof: DEMANDS_FRESH_PROOF };
    expectGolden('test/golden/permissions.json', asJson({ permissions, ...beforeProof }));
  });
});

describe('the database', () => {
  let medel: Medel;
  beforeAll(async () => {
    medel = await Medel.start();
  });
  afterAll(() => medel.stop());

  it('holds the same steps as libs/domain', async () => {
    const { rows } = await medel.owner.query<{ edge: string }>(
      `SELECT subject || ' ' || from_status || ' ' || to_status AS edge FROM lifecycle_edges`,
    );
    const initial = await medel.owner.query<{ subject: string; status: string }>('SELECT * FROM lifecycle_initial');
    const stored = new Set(initial.rows.map((row) => row.subject));
    const kept = lifecycles.filter((lifecycle) => stored.has(lifecycle.subject));
    const edges = kept.flatMap((lifecycle) => lifecycle.edges().map(({ from, to }) => `${lifecycle.subject} ${from} ${to}`));
    expect(rows.map((row) => row.edge).sort()).toEqual([...new Set(edges)].sort());
    expect(Object.fromEntries(initial.rows.map((row) => [row.subject, row.status]))).toEqual(
      Object.fromEntries(kept.map((lifecycle) => [lifecycle.subject, lifecycle.initial])),
    );
  });

  it('is what the entities say: generating a migration yields nothing', async () => {
    const source = createOwnerDataSource(medel.owner.options.connectionString!);
    await source.initialize();
    try {
      expect(source.entityMetadatas.length).toBeGreaterThan(15);
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map((query) => query.query)).toEqual([]);
    } finally {
      await source.destroy();
    }
  });
});
