import { cpSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import type { Config } from '#platform/config';
import { createOwnerDataSource } from '#platform/database';
import { Medel, type Any, type Client, type TestServer } from '#testing';
import { createApi } from '../../apps/api/src/create-api.js';
import { applyMissing, migrate } from '../../tools/migrate.js';
import { prepareDatabase } from '../../tools/prepare-database.js';
import { pdf } from '../api/sample-files.js';
import { must, Stage } from '../api/stage.js';

/** The last migration of the earlier version: before cases were searched, files scanned and the trail sealed. */
const EARLIER = 1790000032100;
/** Before what is not handed in stood apart from what is. */
const BEFORE_DRAFTS = 1790000038000;

/** What a later version may bring beside what this one knows. */
class BringMore1999999999999 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE applications ADD COLUMN later text NOT NULL DEFAULT 'none';
      ALTER TABLE users ADD COLUMN later text;
      ALTER TABLE sessions ADD COLUMN later text;
      ALTER TABLE decisions ADD COLUMN later jsonb;
      ALTER TABLE organisations ADD COLUMN later bigint NOT NULL DEFAULT 0;
      ALTER TABLE audit_events ADD COLUMN later text;
      CREATE TABLE later_things (id uuid PRIMARY KEY, application_id uuid NOT NULL REFERENCES applications (id));
      CALL guard_rows('later_things', NULL);
      CREATE INDEX applications_later ON applications (later);
      CREATE FUNCTION later_trigger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
      CREATE TRIGGER later AFTER INSERT OR UPDATE ON applications FOR EACH ROW EXECUTE FUNCTION later_trigger();`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('There is no way back'));
  }
}

describe('an upgrade', () => {
  let medel: Medel;
  let stage: Stage;
  let upgraded: Medel | undefined;
  let server: TestServer;
  let appUrl: string;
  /** Of the earlier version, with their columns: those that its migrations did not fill themselves. */
  let tables: Record<string, string>;
  const databases: string[] = [];

  beforeAll(async () => {
    server = JSON.parse(process.env['MEDEL_TEST_SERVER']!) as TestServer;
    medel = await Medel.start({ worker: true });
    stage = await Stage.set(medel, { span: 2 });
  });
  afterAll(async () => {
    await upgraded?.stop();
    await medel.stop();
    await asAdmin(server.adminUrl, async (admin) => {
      for (const name of databases) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    });
  });

  /** Cases in every state, with what comes of them. */
  async function fill(): Promise<Any> {
    for (const state of ['submitted', 'completionRequested', 'withdrawn', 'discarded'] as const)
      await stage.application(state);
    const draft = await stage.application('draft');
    const applicant = stage.people['sokande.1275'];
    await must(
      applicant.upload<Any>(`/applications/${draft}/attachments`, pdf('Demo'), {}, { name: 'a.pdf' }),
      201,
    );
    const proposed = await stage.decision('proposed');
    await stage.decision('superseded');
    await stage.report('approved');
    await medel.stopWorker();
    return { draft, proposed };
  }

  /** A database as it was left by the earlier version. */
  async function earlier(name: string, last = EARLIER): Promise<string> {
    const passwords = {
      medel_owner: passwordOf(server.ownerUrl),
      medel_app: passwordOf(server.appUrl),
      medel_queue: passwordOf(server.queueUrl),
    };
    databases.push(name);
    const urls = await prepareDatabase(server.adminUrl, { database: name, passwords });
    appUrl = urls.appUrl;
    await withSource(urls.ownerUrl, async (source) => {
      const until = source.migrations.filter((each) => Number(/\d+$/.exec(each.constructor.name)) <= last);
      Object.assign(source, { migrations: until });
      await source.runMigrations();
    });
    await asAdmin(withDatabase(server.adminUrl, name), (admin) => copyInto(admin));
    return urls.ownerUrl;
  }

  /** The rows that this version has made, in the columns that the earlier had. Its own constraints say whether they are legal. */
  async function copyInto(admin: pg.Client): Promise<void> {
    tables = await emptyTablesOf(admin);
    await admin.query(`SET session_replication_role = 'replica'`);
    for (const [table, columns] of Object.entries(tables)) {
      if (table !== 'audit_events') await copyTable(admin, table, columns);
    }
    await admin.query(`SET session_replication_role = 'origin'`);
    // The trigger of then hashes them as it did then. What had no trail then, as accounts, has none.
    const { rows: told } = await admin.query(`SELECT DISTINCT subject_type AS type FROM audited_subjects`);
    const types = told.map(({ type }) => pg.escapeLiteral(type)).join();
    const events = `WHERE subject_type IN (${types}) ORDER BY id`;
    await copyTable(admin, 'audit_events', tables['audit_events']!, events);
    const { rows: numbered } = await medel.owner.query(
      `SELECT sequencename AS name, last_value AS last FROM pg_sequences WHERE last_value IS NOT NULL`,
    );
    for (const { name, last } of numbered)
      await admin.query(`SELECT setval(oid, $2) FROM pg_class WHERE relname = $1 AND relkind = 'S'`, [
        name,
        last,
      ]);
    await admin.query(`UPDATE pg_constraint SET convalidated = false WHERE contype = 'f'`);
    const { rows } = await admin.query<{ statement: string }>(
      `SELECT format('ALTER TABLE %s VALIDATE CONSTRAINT %I', conrelid::regclass, conname) AS statement
       FROM pg_constraint WHERE contype = 'f'`,
    );
    for (const { statement } of rows) await admin.query(statement);
  }

  async function copyTable(admin: pg.Client, table: string, columns: string, which = ''): Promise<void> {
    const { rows } = await medel.owner.query<{ all: string }>(
      `SELECT json_agg(r)::text AS all FROM (SELECT ${columns} FROM ${table} ${which}) r`,
    );
    await admin.query(
      `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE
       SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
      [rows[0]!.all ?? '[]'],
    );
  }

  it('lets the API that runs answer everything while a later version migrates, and after it', async () => {
    const { people } = stage;
    const paths = [
      '/applications',
      '/decisions',
      '/payments',
      '/organisations?q=malm',
      '/session',
      '/reports',
    ];
    const said: string[] = [];
    const note = (what: string, { status }: { status: number }) => said.push(`${what} ${status}`);
    let isDone = false;
    const reading = async (client: Client) => {
      for (let turn = 0; !isDone; turn += 1) note('read', await client.get(paths[turn % paths.length]!));
    };
    const writing = async () => {
      while (!isDone) {
        const applicant = await medel.as('sokande.1275');
        const { body, ...made } = await applicant.post<Any>('/applications', {
          body: { callId: stage.call.id },
        });
        note('create', made);
        note('edit', await applicant.edit(`/applications/${body.id}`, stage.form()));
        note('discard', await applicant.post(`/applications/${body.id}/discard`));
      }
    };
    const work = [people.handlaggare, people.revisor, people['firmatecknare.1275']].map(reading);
    const all = Promise.all([...work, writing(), writing()]);
    const answered = (n: number) => waitFor(() => said.length >= n);
    await answered(40);
    await withSource(ownerUrlOf(medel), async (source) => {
      Object.assign(source, { migrations: [...source.migrations, new BringMore1999999999999()] });
      expect(await applyMissing(source)).toEqual(['BringMore1999999999999']);
    });
    await answered(said.length + 80);
    isDone = true;
    await all;
    const counted = Object.fromEntries(
      [...new Set(said)].sort().map((each) => [each, said.filter((one) => one === each).length]),
    );
    expect(Object.keys(counted)).toEqual(['create 201', 'discard 200', 'edit 200', 'read 200']);
    // A whole case, by statements that were planned before.
    await stage.report('approved');
    await medel.expectCoherent();
    await expect(startingApi(medel.config)).rejects.toThrow(/newer than this version/);
  });

  it('waits for migrate, carries every row of a filled database, and goes on from there', async () => {
    const { draft, proposed } = await fill();
    const name = `medel_earlier_${process.pid}`;
    const ownerUrl = await earlier(name);
    const config = { ...medel.config, databaseUrl: appUrl };
    await expect(startingApi(config)).rejects.toThrow(/older than this version.*Run migrate first/s);

    await asAdmin(withDatabase(server.adminUrl, name), async (admin) => {
      const before = await contentOf(admin, tables);
      expect(Object.keys(before).length).toBeGreaterThan(50);
      for (const table of [
        'applications',
        'decisions',
        'payments',
        'ledger_entries',
        'settlements',
        'letters',
      ])
        expect(before[table]).not.toMatch(/^0 /);
      expect(await migrate(ownerUrl, () => undefined)).toBeGreaterThan(20);
      expect(await contentOf(admin, tables)).toEqual(before);
      // What migrations made of what was there is what this version makes of it.
      for (const table of ['application_words', 'ledger_holdings', 'appropriation_funds']) {
        const columns = (await columnsOf(admin))[table]!;
        expect(await contentOf(admin, { [table]: columns })).toEqual(
          await contentOf(medel.owner, { [table]: columns }),
        );
      }
    });

    upgraded = await Medel.start({ server: { ...server, template: name } });
    cpSync(medel.config.storageDirectory, upgraded.config.storageDirectory, { recursive: true });
    await upgraded.expectCoherent();
    const applicant = await upgraded.as('sokande.1275');
    await must(applicant.edit(`/applications/${draft}`, stage.form({ title: 'Demo: efter bytet' })), 200);
    await must((await upgraded.as('firmatecknare.1275')).post(`/applications/${draft}/submit`), 200);
    await must((await upgraded.as('beslut')).post(`/decisions/${proposed.id}/approve`), 200);
    const officer = await upgraded.as('handlaggare');
    expect((await officer.get('/applications?q=bytet')).body.items).toHaveLength(1);
    await upgraded.startWorker();
    const auditor = await upgraded.as('revisor');
    expect((await auditor.get('/audit/verification')).body).toMatchObject({ ok: true, firstBroken: null });
    await upgraded.expectCoherent();
  });

  it('puts back what was handed in where a completion was written over it', async () => {
    const [asked, withdrawn] = [
      await stage.application('completionRequested'),
      await stage.application('withdrawn'),
    ];
    const report = await stage.report('completionRequested');
    const name = `medel_before_drafts_${process.pid}`;
    const ownerUrl = await earlier(name, BEFORE_DRAFTS);
    await asAdmin(withDatabase(server.adminUrl, name), async (admin) => {
      const both = async () => {
        const { rows } = await admin.query(
          `SELECT id, content, draft FROM applications WHERE id = ANY ($1) UNION ALL SELECT id, content, draft FROM reports
           WHERE id = $2`,
          [[asked, withdrawn], report],
        );
        return Object.fromEntries(rows.map(({ id, ...row }) => [id, row]));
      };
      const { rows: signed } = await admin.query(
        `SELECT subject_id AS id, content FROM submissions WHERE subject_id = ANY ($1)`,
        [[asked, withdrawn, report]],
      );
      const handedIn = Object.fromEntries(signed.map(({ id, content }) => [id, content]));
      await admin.query(`SET session_replication_role = 'replica'`);
      for (const table of ['applications', 'reports'])
        await admin.query(
          `UPDATE ${table} SET content = content || '{"title": "Demo: osignerat"}' WHERE id = ANY ($1)`,
          [[asked, withdrawn, report]],
        );
      await admin.query(`SET session_replication_role = 'origin'`);
      await migrate(ownerUrl, () => undefined);
      const unsigned = (id: string) => ({ ...handedIn[id], title: 'Demo: osignerat' });
      expect(await both()).toEqual({
        [asked]: { content: handedIn[asked], draft: unsigned(asked) },
        [withdrawn]: { content: handedIn[withdrawn], draft: null },
        [report]: { content: handedIn[report], draft: unsigned(report) },
      });
      const { rows: found } = await admin.query(
        `SELECT DISTINCT title FROM application_words WHERE application_id = ANY ($1)`,
        [[asked, withdrawn]],
      );
      expect(found).toEqual([{ title: handedIn[asked].title.toLowerCase() }]);
    });
  });
});

async function startingApi(config: Config): Promise<void> {
  const api = await createApi(config);
  try {
    await api.init();
  } finally {
    await api.close().catch(() => undefined);
  }
}

/** Every table and its columns, but for those that are computed. */
async function columnsOf(client: pg.Client | pg.Pool): Promise<Record<string, string>> {
  const { rows } = await client.query<{ table: string; columns: string }>(
    `SELECT c.table_name AS table, string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position) AS columns
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
     GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
}

/** How many rows of each table, and a checksum of them. */
async function contentOf(client: pg.Client | pg.Pool, tables: Record<string, string>): Promise<Any> {
  const told: Record<string, string> = {};
  for (const [table, columns] of Object.entries(tables)) {
    const answer = await client.query(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(r::text, E'\\n' ORDER BY r::text), '')) AS sum
       FROM (SELECT ${columns} FROM ${table}) r`,
    );
    told[table] = answer.rows[0].sum;
  }
  return told;
}

async function emptyTablesOf(admin: pg.Client): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [table, columns] of Object.entries(await columnsOf(admin))) {
    const { rows } = await admin.query(`SELECT FROM ${table} LIMIT 1`);
    if (rows.length === 0) found[table] = columns;
  }
  return found;
}

async function waitFor(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function withSource(url: string, work: (source: DataSource) => Promise<unknown>): Promise<void> {
  const source = createOwnerDataSource(url);
  await source.initialize();
  try {
    await work(source);
  } finally {
    await source.destroy();
  }
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

const ownerUrlOf = (medel: Medel): string => medel.owner.options.connectionString!;
const passwordOf = (url: string): string => decodeURIComponent(new URL(url).password);

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
