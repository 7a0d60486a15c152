import pg from 'pg';
import { SYSTEM } from '#core/access';
import { askWordings, assessmentRows, scales, seriesOf } from '#core/eligibility';
import { OrganisationQueries } from '#core/organisations';
import type { Database, Sql } from '#platform/database';
import { compare, tell } from './bench.js';
import type { Size } from './reads.js';
import type { World } from './world.js';

const YEARS = 20;

/**
 * Recomputing who may have which grant, all recipients, wordings and years, with the versioned rows and the audit event
 * written, against the one statement that only selects the same rows. Milliseconds each.
 */
export async function benchEligibility(world: World, { rounds }: Pick<Size, 'rounds'>): Promise<boolean[]> {
  await addYears(world);
  const headers = await world.signIn('admin');
  const url = `${world.address}/api/v1/eligibility-recomputations`;
  const statement = await statementOf(world);
  // One connection, the statement prepared once and planned as ours is; what comes is taken as it comes, unparsed.
  const types = { getTypeParser: () => (value: unknown) => value };
  const client = new pg.Client({
    connectionString: world.urls.ownerUrl,
    options: '-c jit=off -c enable_nestloop=off -c enable_mergejoin=off',
  });
  await client.connect();
  const select = async () => {
    const { rows } = await client.query({
      name: 'base',
      text: statement.text,
      values: statement.values,
      types,
    });
    return rows.length;
  };
  const recompute = async () => {
    const response = await fetch(url, { method: 'POST', headers });
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { rowCount: number }).rowCount;
  };
  try {
    const [written, selected] = [await recompute(), await select()];
    if (written !== selected) throw new Error(`${written} rows written, ${selected} selected`);
    const figures = await compare(
      rounds,
      () => timed(recompute),
      () => timed(select),
    );
    return [tell({ name: 'eligibility', op: '<=', value: 2 }, figures)];
  } finally {
    await client.end();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Both measures over the years before the seeded one. Made up for the load alone: nobody is shown this database. */
export async function addYears({ owner }: World): Promise<void> {
  await owner.query(`
    WITH made AS (
      INSERT INTO measure_datasets (id, kind, source, vintage, licence, sha256, file_name, loaded_by, loaded_at, row_count)
      VALUES (gen_random_uuid(), 'bench', 'made up for measuring', 'none', 'none', repeat('0', 64), 'none',
        '${SYSTEM.userId}', now(), 0) RETURNING id),
    filled AS (
      INSERT INTO measure_values (dataset_id, measure_code, year, organisation_id, value, quality)
      SELECT made.id, measure, 2022 - back, o.id, (hashtext(o.code || measure || back) & 1023) / 1023.0, 'computed'
      FROM made, organisations o, unnest(ARRAY['areaType12Share', 'inequalityIndex']) measure, generate_series(1, ${YEARS}) back
      WHERE o.kind = 'municipality' RETURNING dataset_id, measure_code, year)
    INSERT INTO measure_series (measure_code, year, dataset_id) SELECT DISTINCT measure_code, year, dataset_id FROM filled`);
  await owner.query('ANALYZE');
}

/** The statement alone, on the data sets of today. */
async function statementOf({ owner }: World): Promise<Sql> {
  const database = {
    read: async (_: unknown, { text, values }: Sql) => (await owner.query(text, values)).rows as unknown[],
  };
  const recipients = await new OrganisationQueries(database as unknown as Database).recipients(SYSTEM);
  const questions = askWordings(recipients);
  const measures = [...new Set(questions.thresholds.map(({ measure }) => measure))];
  return assessmentRows(questions, seriesOf(measures), scales);
}
