import pg from 'pg';
import { DemoSeed } from '#core/demo';
import { connectToRunning, readSettings, type DatabaseUrls } from './environment.js';
import { loadReference } from './seed-reference.js';
import { withSeeds, type Seeds } from './seed/context.js';
import { addSyntheticCases } from './seed/scale.js';
import { say, timed } from './supervisor/say.js';

const USAGE = `Usage: npm run seed [-- options]
  --reference-only   recipients and measures, and no demo
  --scale N          N thousand synthetic cases as well, for measuring`;

interface Options {
  referenceOnly: boolean;
  /** Thousands of synthetic cases. */
  scale: number;
}

/** Fills the database. May be run again at any time: what is there is left as it is. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const urls = databaseUrls();
  await inTurn(urls, () =>
    withSeeds(urls, async (seeds) => {
      await seed(seeds, options);
      if (options.scale > 0) await addSyntheticCases(seeds, urls.ownerUrl, options.scale * 1_000, say);
    }),
  );
}

async function seed(seeds: Seeds, { referenceOnly }: Options): Promise<void> {
  const { organisations, datasets } = await timed('Reference data', () => loadReference(seeds));
  if (organisations + datasets.length === 0) say('  all of it was there');
  else say(`  ${organisations} recipients, ${datasets.length} data sets added`);
  if (referenceOnly) return;
  const acts = await timed('Demo world', () => seeds.get(DemoSeed).run());
  say(acts === 0 ? '  all of it was there' : `  ${acts} acts`);
}

/** Two seeds at the same time would make everything twice: the second waits, and then finds it done. */
async function inTurn({ appUrl }: DatabaseUrls, work: () => Promise<void>): Promise<void> {
  const turn = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 10_000 });
  turn.on('error', () => {});
  await turn.connect();
  try {
    await turn.query(`SELECT pg_advisory_lock(hashtext('medel.seed'))`);
    const { rows } = await turn.query<{ made: boolean }>(
      `SELECT to_regclass('public.audited_subjects') IS NOT NULL AS made`,
    );
    if (!rows[0]?.made) throw new Error('The database has no tables yet. Make them: npm start');
    await work();
  } finally {
    await turn.end();
  }
}

/** The database that was given, else the one of the Medel that runs in this folder. */
function databaseUrls(): DatabaseUrls {
  const { databaseUrl, databaseOwnerUrl, queueDatabaseUrl } = readSettings();
  const running = connectToRunning();
  if (databaseUrl && (databaseOwnerUrl || !running))
    return {
      appUrl: databaseUrl,
      queueUrl: queueDatabaseUrl ?? databaseUrl,
      ownerUrl: databaseOwnerUrl ?? '',
    };
  if (running) return running;
  throw new Error(
    'There is no database to fill. Start Medel in another terminal with npm start, which also makes the demo; or set DATABASE_URL to the connection of the role medel_app.',
  );
}

function readOptions(args: string[]): Options {
  const options: Options = { referenceOnly: false, scale: 0 };
  while (args.length > 0) {
    const [name, inline] = args.shift()!.split('=') as [string, string?];
    if (name === '--reference-only') options.referenceOnly = true;
    else if (name === '--scale') options.scale = Number(inline ?? args.shift());
    else throw new Error(USAGE);
  }
  if (!Number.isInteger(options.scale) || options.scale < 0 || options.scale > 1_000) throw new Error(USAGE);
  return options;
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
