import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApi } from '../../apps/api/src/create-api.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { createOwnerDataSource } from '#platform/database';
import { Medel } from '#testing';
import { migrate } from '../../tools/migrate.js';
import { must, Stage } from './stage.js';

/** What was there before accounts were anonymised, signing in was told, and the processes asked for their tables. */
const BACK_TO = 1790000036700;

/** A database with data in it, of an earlier version, and this version that comes. */
describe('an upgrade', () => {
  let medel: Medel;
  let stage: Stage;

  beforeAll(async () => {
    medel = await Medel.start();
    stage = await Stage.set(medel);
  });
  afterAll(() => medel.stop());

  const ownerUrl = (): string => medel.owner.options.connectionString!;

  async function undo(): Promise<number> {
    const source = createOwnerDataSource(ownerUrl());
    await source.initialize();
    try {
      for (let undone = 0; ; undone += 1) {
        const [{ timestamp }] = await source.query(
          'SELECT max("timestamp")::bigint AS timestamp FROM migrations',
        );
        if (Number(timestamp) <= BACK_TO) return undone;
        await source.undoLastMigration();
      }
    } finally {
      await source.destroy();
    }
  }

  /** Every row of every table that both versions have, by the columns of the earlier. */
  async function content(): Promise<Record<string, string>> {
    const { rows } = await medel.owner.query<{ table: string; columns: string }>(
      `SELECT c.table_name AS table, string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position) AS columns
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
         AND c.table_name NOT IN ('migrations', 'attempts', 'refused_sign_ins') AND c.column_name <> 'anonymised_at' GROUP BY 1`,
    );
    const told: Record<string, string> = {};
    for (const { table, columns } of rows) {
      const answer = await medel.owner.query(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(r::text, E'\\n' ORDER BY r::text), '')) AS sum
         FROM (SELECT ${columns} FROM ${table}) r`,
      );
      told[table] = answer.rows[0].sum;
    }
    return told;
  }

  it('waits for migrate, keeps every row, and goes on', async () => {
    await stage.application('decided');
    const application = await stage.application('draft');
    await medel.api.close();
    expect(await undo()).toBeGreaterThanOrEqual(3);
    const before = await content();
    expect(Object.keys(before).length).toBeGreaterThan(60);
    await expect(createApi(medel.config)).rejects.toThrow(/older than this version.*Run migrate first/s);
    await expect(createWorker(medel.config)).rejects.toThrow(/older than this version/);
    expect(await migrate(ownerUrl(), () => undefined)).toBeGreaterThanOrEqual(3);
    expect(await content()).toEqual(before);
    await medel.restartApi();
    await medel.expectCoherent();
    const applicant = await medel.as('sokande.1275');
    await must(applicant.edit(`/applications/${application}`, stage.form()), 200);
    const auditor = await medel.as('revisor');
    expect((await auditor.get('/audit/verification')).body.ok).toBe(true);
  });

  it('is not undone by starting an earlier version', async () => {
    await medel.owner.query(
      `INSERT INTO migrations ("timestamp", name) VALUES (1999999999999, 'FromTheFuture1999999999999')`,
    );
    await expect(createApi(medel.config)).rejects.toThrow(/newer than this version/);
    await medel.owner.query(`DELETE FROM migrations WHERE "timestamp" = 1999999999999`);
  });
});
