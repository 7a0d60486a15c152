import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database, type Sql } from '#platform/database';
import { Cases, Medel, until, type Any, type Client } from '#testing';
import { withSeeds } from '../../tools/seed/context.js';
import { addSyntheticCases } from '../../tools/seed/scale.js';
import { expectGolden } from '../golden/golden.js';
import { plansOf, type Ways } from '../api/plans.js';

/** Enough for the tables that grow with the cases to stand out. */
const CASES = 4_000;
const FEW_HAVE = 'ärende 4711';
const MOST_HAVE = 'syntetisk';

let medel: Medel;
let clients: Client[];

beforeAll(async () => {
  medel = await Medel.start();
  const { databaseUrl, queueDatabaseUrl } = medel.config;
  const urls = { appUrl: databaseUrl, queueUrl: queueDatabaseUrl, ownerUrl: medel.ownerUrl };
  await withSeeds(urls, (seeds) => addSyntheticCases(seeds, urls.ownerUrl, CASES, () => undefined, false));
  // All synthetic decisions are approved: of one status alone, to look for it is to read them all.
  await (await Cases.open(medel, { years: [new Date().getFullYear()] })).proposed();
  // How full pages are depends on when autovacuum came by; and with that, which of two ways is the cheaper by a little.
  await medel.owner.query('VACUUM FULL');
  await until(vacuumed);
  clients = await Promise.all(
    ['revisor', 'handlaggare', 'admin', 'sokande.1275'].map((name) => medel.as(name)),
  );
});
afterAll(() => medel.stop());

/**
 * Who read anything meanwhile, as autovacuum does, keeps VACUUM from knowing that all see what is there; and then an index alone
 * would not do, and of a table as small as here all may be read instead. Then again.
 */
async function vacuumed(): Promise<boolean> {
  await medel.owner.query('VACUUM ANALYZE');
  const { rows } = await medel.owner.query(
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= ${CASES / 4}
       AND relallvisible < relpages`,
  );
  return rows.length === 0;
}

/** Whose session it is, is known for a while and then read again: how soon depends on the machine, and no list is about it. */
const isOfSessions = ({ text }: Sql): boolean => /\bFROM sessions\b/.test(text);

/** What a list was asked with, and the statements that it sent. */
async function statementsOf(client: Client, path: string): Promise<Sql[] | undefined> {
  const database = medel.api.get(Database);
  const sent: Sql[] = [];
  const { read } = database;
  database.read = (scope, statement) => {
    if (!isOfSessions(statement)) sent.push(statement);
    return read.call(database, scope, statement) as never;
  };
  try {
    const { status } = await client.get(path);
    if (status !== 200 && status !== 403) throw new Error(`${path} answered ${status}`);
    return status === 200 ? sent : undefined;
  } finally {
    database.read = read;
  }
}

it('counts as many as anyone reads, and says where there are more', async () => {
  const officer = clients[1]!;
  const counted = async (query: string) => {
    const { body } = await officer.get(`/applications?limit=1${query}`);
    return [body.total, body.totalIsLowerBound];
  };
  expect(await counted('')).toEqual([1_000, true]);
  expect(await counted('&q=4711')).toEqual([0, undefined]);
  expect(await counted('&q=3711')).toEqual([1, undefined]);
  expect(await counted('&q=syntetiskt')).toEqual([1_000, true]);
});

it('finds every list by an index: no list reads a table that grows with the cases', async () => {
  const lists = await listsOf(medel);
  const lines: string[] = [];
  const wrong: string[] = [];
  for (const { path, filters } of lists)
    for (const query of filters) {
      const asked = `${path}${query}`;
      for (const [who, client] of [
        ['agency', await firstAllowed(path)],
        ['recipient', clients.at(-1)!],
      ] as const) {
        const sent = client && (await statementsOf(client, asked));
        if (!sent) continue;
        const ways: Ways = await plansOf(medel, who, sent);
        // The ways to the past are close to each other; which is taken may change with the day's statistics.
        if (!asked.includes('asOf'))
          lines.push(
            `${asked.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}')} (${who}): ${ways.by.join(', ') || 'few rows'}`,
          );
        wrong.push(...ways.whole.map((table) => `${asked} (${who}) reads all of ${table}`));
      }
    }
  expect(wrong).toEqual([]);
  expectGolden('test/golden/list-plans.txt', `${lines.join('\n')}\n`);
});

async function firstAllowed(path: string): Promise<Client | undefined> {
  for (const client of clients.slice(0, -1)) if ((await client.get(path)).status === 200) return client;
  return undefined;
}

/** Every list of the contract, plain, by each filter and in each order. */
async function listsOf(on: Medel): Promise<{ path: string; filters: string[] }[]> {
  const { body } = await on.anyone().get('//api/openapi.json');
  const samples = await samplesOf(on);
  const lists: { path: string; filters: string[] }[] = [];
  for (const [path, { get }] of Object.entries(body.paths as Record<string, Any>)) {
    const parameters = (get?.parameters ?? []) as Any[];
    if (path.includes('{') || !parameters.some(({ name }) => name === 'limit')) continue;
    const short = path.replace('/api/v1', '');
    const sorts = await sortsOf(short);
    const filters = parameters
      .filter(({ in: where, name }) => where === 'query' && !['limit', 'cursor', 'sort'].includes(name))
      .flatMap(({ name, schema }) => {
        const values = name === 'q' ? [FEW_HAVE, MOST_HAVE] : [schema.enum?.[0] ?? samples[name]];
        return values.map((value) => `?${name}=${encodeURIComponent(value)}`);
      });
    lists.push({ path: short, filters: ['', ...filters, ...sorts.map((sort) => `?sort=${sort}`)] });
  }
  return lists;
}

async function sortsOf(path: string): Promise<string[]> {
  for (const client of clients) {
    const { status, body } = await client.get(`${path}?sort=nothing`);
    if (status !== 403) return body.findings[0].data.allowed;
  }
  return [];
}

async function samplesOf(on: Medel): Promise<Record<string, string | number>> {
  const { rows } = await on.owner.query(
    `SELECT a.id AS "applicationId", a.organisation_id AS "organisationId", a.call_id AS "callId",
       a.assigned_to AS "assignedTo", d.id AS "decisionId", d.decided_by AS actor, a.id AS subject
     FROM applications a JOIN decisions d ON d.application_id = a.id ORDER BY a.id LIMIT 1`,
  );
  return {
    ...(rows[0] as Record<string, string>),
    ...{
      year: 2028,
      code: '1275',
      organisationCode: '1275',
      isOpen: 'true',
      isActive: 'true',
      programmeCode: 'exempel-2027',
      kind: 'decisions',
      asOf: '2026-01-01',
      eligibleFor: 'sfs-2018-151',
      scheduleId: '00000000-0000-7000-8000-000000000000',
      mine: 'true',
    },
    ...{ from: '2026-01-01', to: '2026-01-02', dueBefore: '2030-01-01' },
  };
}
