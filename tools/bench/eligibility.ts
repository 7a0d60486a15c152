import { createHash } from 'node:crypto';
import pg from 'pg';
import { SYSTEM } from '#core/access';
import { askWordings, assessmentRows, seriesOf } from '#core/eligibility';
import { MeasureRegister, MeasureValue, scales } from '#core/measures';
import { OrganisationQueries } from '#core/organisations';
import type { Database, Sql } from '#platform/database';
import { withSeeds } from '../seed/context.js';
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
async function addYears({ owner, urls }: World): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM organisations WHERE kind = 'municipality' AND code IS NOT NULL`,
  );
  await withSeeds(urls, async (seeds) => {
    for (let year = 2022 - YEARS; year < 2022; year += 1)
      await seeds.get(MeasureRegister).record(SYSTEM, madeUp(year), (datasetId) => ({
        values: ['areaType12Share', 'inequalityIndex'].flatMap((measureCode) =>
          rows.map(({ id }, n) =>
            Object.assign(new MeasureValue(), {
              measureCode,
              year,
              organisationId: id,
              datasetId,
              value: ((n * 7_919 + year * 31) % 1_024) / 1_023,
              quality: 'computed' as const,
            }),
          ),
        ),
      }));
  });
  await owner.query('ANALYZE');
}

function madeUp(year: number) {
  const sha256 = createHash('sha256').update(String(year)).digest('hex');
  return {
    kind: 'bench',
    source: 'made up for measuring',
    vintage: 'none',
    licence: 'none',
    sha256,
    fileName: 'none',
  };
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
