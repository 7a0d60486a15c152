import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Medel } from '#testing';
import { must, NOWHERE, type Organisation } from '../../api/stage.js';
import { ORGANISATIONS, World } from '../world.js';
import { testPersons } from './persons.js';
import { testReads } from './reads.js';

const CASE_TABLES = [
  'applications',
  'application_words',
  'application_attachments',
  'submissions',
  'interest_declarations',
  'assessments',
  'judgements',
  'decisions',
  'decision_years',
  'payments',
  'reports',
  'settlements',
  'accounting_imports',
  'sample_members',
  'evidence_demands',
  'evidence_files',
  'letters',
  'co_financing_proofs',
  'condition_judgements',
  'payee_accounts',
  'payment_files',
  'payment_file_lines',
  'payment_settlements',
  'recoveries',
  'recovery_balances',
  'recovery_postings',
  'recovery_entries',
  'samples',
  'ledger_transactions',
  'ledger_entries',
  'ledger_holdings',
  'audit_events',
  'file_scans',
];
/** Of no recipient's cases, and guarded all the same: what the agency alone reads. */
const OF_THE_AGENCY = ['audit_seals', 'audit_seal_heads', 'thinnings', 'thinning_items'];
/** What no recipient sees, of its own either. */
const HIDDEN = [
  'interest_declarations',
  'assessments',
  'judgements',
  'sample_members',
  'samples',
  'payment_files',
  'payment_file_lines',
  'payment_settlements',
  'ledger_transactions',
  'ledger_entries',
  'ledger_holdings',
];
/** Every other table, and why anybody's scope may read it. */
const OF_NO_CASE: Record<string, string> = {
  appropriations: 'what the state has appropriated: no recipient is named',
  appropriation_amendments: 'as the appropriations',
  appropriation_funds: 'sums over all recipients',
  call_budgets: 'what a call has to give: as public as the call',
  calls: 'whoever thinks of applying may read them; drafts are kept back where they are read',
  areas: 'facts of Statistics Sweden, of municipalities as such',
  eligibility_assessments: 'reckoned from public facts, for every municipality whether or not it applies',
  eligibility_recomputations: 'when that was done',
  eligibility_scales: 'means and deviations of a whole country',
  evaluation_figures: 'published figures',
  measure_datasets: 'published figures, and who took them in',
  measure_dataset_progress: 'how far a reading has come',
  measure_series: 'published figures',
  measure_values: 'published figures, of municipalities as such',
  staged_measure_series: 'figures to be published',
  similar_municipalities: 'published figures',
  organisations: 'municipalities and regions are no secret',
  organisation_members: 'which municipalities a region has',
  reference_rates: 'the interest rate of the Riksbank',
  exports: 'orders by the agency: no row of what they hold, which is in a file',
  export_progress: 'how far an export has come',
  export_schedules: 'orders by the agency',
  export_shares: 'whom of the agency an export is sent to',
  export_waiting_large: 'the order of a queue',
  users: 'read at sign-in, before there is a scope; lists of them are narrowed where they are read',
  user_invitations: 'read by whoever has the token, who is not signed in yet',
  sessions: 'read at every request, before there is a scope, by a hash of the token',
  api_keys: 'read at every request of a machine, before there is a scope, by a hash of the key',
  sign_in_attempts: 'what a browser that went to a provider must come back with, by a hash of its cookie',
  user_identities: 'read at sign-in, by what the provider says',
  attempts: 'how often somebody has tried to sign in, before there is a scope',
  second_factors: 'read at sign-in, by the account that they are of',
  recovery_codes: 'hashes, as the second factors',
  refused_sign_ins: 'counted before there is a scope, for the account that is tried',
  second_factor_tries: 'counted at sign-in, for the account that tries',
  second_factor_challenges: 'asked and answered in one session',
  idempotency_keys: 'kept answers, found by the account that they were given to',
  outbox_messages: 'ids of what is to be done, by the worker for everybody',
  ledger_acts: 'which accounts an act moves money between',
  lifecycle_edges: 'the lifecycles',
  lifecycle_initial: 'the lifecycles',
  migrations: 'which of them were run',
};
/** What a recipient sees rows of, once its cases have come all the way. */
const SHOWN = CASE_TABLES.filter((table) => !HIDDEN.includes(table));

let medel: Medel;
let world: World;

beforeAll(async () => {
  medel = await Medel.start();
  world = await World.make(medel);
  // Where nothing scans, a file that was sent waits for it.
  medel.config.scanner = { host: '127.0.0.1', port: 9 };
  for (const organisation of ORGANISATIONS) {
    const path = `/applications/${await world.stage.application('draft', organisation)}/attachments`;
    await must(world.stage.people[`sokande.${organisation}`].upload(path, 'Demo;1', {}), 201);
  }
  medel.config.scanner = null;
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

describe('sixteen lanes at once', () => testReads(() => world));

describe('persons, to the runtime role', () => testPersons(() => world));

describe('the runtime role', () => {
  let app: pg.Pool;
  beforeAll(() => {
    app = new pg.Pool({ connectionString: medel.config.databaseUrl, max: 2 });
    app.on('error', () => undefined);
  });
  afterAll(() => app.end());

  /** In one transaction with the scope given, rolled back at the end. */
  async function within<T>(scope: Organisation | 'all' | null, work: (client: pg.PoolClient) => Promise<T>) {
    const client = await app.connect();
    try {
      await client.query('BEGIN');
      if (scope !== null)
        await client.query(
          `SELECT set_config('medel.scope', $1, true), set_config('medel.organisation', $2, true)`,
          scope === 'all' ? ['all', ''] : ['own', world.organisationIds[scope]],
        );
      return await work(client);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }
  const refused = (statement: string, scope: Organisation | 'all' = 'all') =>
    within(scope, async (client) => {
      // Deferred checks run where COMMIT would run them.
      const told = await client.query(`${statement}; SET CONSTRAINTS ALL IMMEDIATE`).then(
        () => 'not refused',
        (error: pg.DatabaseError) => `${error.constraint ?? ''} ${error.message}`.trim(),
      );
      return told;
    });
  const count = async (client: pg.PoolClient, table: string) =>
    (await client.query(`SELECT count(*)::integer AS n FROM ${table}`)).rows[0].n as number;

  it('is what the API connects as, and owns nothing', async () => {
    const { rows } = await app.query(
      `SELECT current_user AS who, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
         (SELECT count(*)::integer FROM pg_class c WHERE c.relowner = r.oid) AS owned,
         (SELECT count(*)::integer FROM pg_auth_members m WHERE m.member = r.oid) AS member_of
       FROM pg_roles r WHERE r.rolname = current_user`,
    );
    expect(rows[0]).toEqual({
      who: 'medel_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
      member_of: 0,
    });
  });

  it('meets forced row security on every table but those of no case', async () => {
    const { rows } = await medel.owner.query<{ name: string; guarded: boolean }>(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS guarded
       FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const names = (isGuarded: boolean) =>
      rows.filter(({ guarded }) => guarded === isGuarded).map(({ name }) => name);
    expect(names(true)).toEqual([...CASE_TABLES, ...OF_THE_AGENCY].toSorted());
    expect(names(false)).toEqual(Object.keys(OF_NO_CASE).toSorted());
  });

  it('reads no table past its row security through a view', async () => {
    const { rows } = await medel.owner.query(
      `SELECT c.relname FROM pg_class c WHERE c.relkind IN ('v', 'm') AND c.relnamespace = 'public'::regnamespace
         AND has_table_privilege('medel_app', c.oid, 'SELECT')
         AND coalesce(NOT 'security_invoker=true' = ANY (c.reloptions), true)`,
    );
    expect(rows).toEqual([]);
  });

  it('sees no row of any case without a scope, and none with a scope that is not one', async () => {
    for (const table of CASE_TABLES) {
      const { rows } = await medel.owner.query(`SELECT count(*)::integer AS n FROM ${table}`);
      expect([table, rows[0].n > 0]).toEqual([table, true]);
      expect([table, await within(null, (client) => count(client, table))]).toEqual([table, 0]);
    }
    await within(null, async (client) => {
      await client.query(`SELECT set_config('medel.organisation', $1, true)`, [
        world.organisationIds['1275'],
      ]);
      for (const table of CASE_TABLES) expect([table, await count(client, table)]).toEqual([table, 0]);
      await client.query(
        `SELECT set_config('medel.scope', 'own', true), set_config('medel.organisation', '', true)`,
      );
      for (const table of CASE_TABLES) expect([table, await count(client, table)]).toEqual([table, 0]);
      await client.query(`SELECT set_config('medel.scope', 'everything', true)`);
      for (const table of CASE_TABLES) expect([table, await count(client, table)]).toEqual([table, 0]);
    });
  });

  it.each(['1275', 'annan'] as const)('sees with the scope of %s its rows only', async (organisation) => {
    await within(organisation, async (client) => {
      for (const table of SHOWN) {
        const { rows } = await client.query(`SELECT DISTINCT organisation_id AS id FROM ${table}`);
        expect([table, rows]).toEqual([table, [{ id: world.organisationIds[organisation] }]]);
      }
      for (const table of HIDDEN) expect([table, await count(client, table)]).toEqual([table, 0]);
      const { rows } = await client.query(`SELECT DISTINCT status FROM decisions`);
      expect(rows).toEqual([{ status: 'approved' }]);
    });
  });

  it('carries no scope over to the next user of a connection', async () => {
    await within('all', (client) => count(client, 'applications'));
    for (let turn = 0; turn < 4; turn += 1)
      expect(await within(null, (client) => count(client, 'applications'))).toBe(0);
  });

  it('changes nothing of another organisation', async () => {
    await within('1275', async (client) => {
      for (const table of [
        'applications',
        'decisions',
        'payments',
        'reports',
        'recoveries',
        'payee_accounts',
      ]) {
        const theirs = [world.organisationIds.annan];
        const { rowCount } = await client.query(
          `UPDATE ${table} SET version = version WHERE organisation_id = $1`,
          theirs,
        );
        expect([table, rowCount]).toEqual([table, 0]);
      }
    });
    const moved = `UPDATE applications SET organisation_id = '${world.organisationIds.annan}', version = version + 1 WHERE status = 'draft'`;
    expect(await refused(moved, '1275')).toMatch(/permission denied/);
  });

  describe.each([
    'audit_events',
    'audit_seals',
    'audit_seal_heads',
    'submissions',
    'ledger_entries',
    'ledger_transactions',
    'assessments',
    'judgements',
    'interest_declarations',
    'settlements',
    'samples',
    'sample_members',
    'evidence_files',
    'co_financing_proofs',
    'condition_judgements',
    'payment_file_lines',
    'payment_settlements',
    'recovery_postings',
    'recovery_entries',
  ])('on %s', (table) => {
    it('may neither UPDATE nor DELETE nor TRUNCATE', async () => {
      const { rows } = await medel.owner.query(
        `SELECT column_name AS name FROM information_schema.columns
        WHERE table_name = $1 ORDER BY ordinal_position DESC LIMIT 1`,
        [table],
      );
      const column = rows[0].name as string;
      for (const statement of [
        `UPDATE ${table} SET ${column} = ${column}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `DROP TABLE ${table}`,
      ])
        expect([statement, await refused(statement)]).toEqual([
          statement,
          expect.stringMatching(/permission denied|must be owner/),
        ]);
    });
  });

  it.each([
    ...CASE_TABLES,
    'calls',
    'appropriations',
    'appropriation_funds',
    'exports',
    'export_schedules',
    'users',
  ])('never deletes from %s, nor turns its triggers off', async (table) => {
    for (const statement of [
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
      `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
      `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`,
    ])
      expect([statement, await refused(statement)]).toEqual([
        statement,
        expect.stringMatching(/permission denied|must be owner/),
      ]);
  });

  it.each([
    `SET session_replication_role = replica`,
    `SET ROLE medel_owner`,
    `SET SESSION AUTHORIZATION medel_owner`,
    `ALTER ROLE medel_app BYPASSRLS`,
    `CREATE POLICY open ON applications USING (true)`,
    `CREATE OR REPLACE FUNCTION sees_all() RETURNS boolean LANGUAGE sql AS 'SELECT true'`,
    `DELETE FROM lifecycle_edges`,
    `INSERT INTO lifecycle_edges VALUES ('application', 'draft', 'decided')`,
  ])('is refused: %s', async (statement) => {
    expect(await refused(statement)).toMatch(/permission denied|must be owner|already exists/);
  });

  /** With the audit event that the change would owe, so that only what is tested stands in its way. */
  const audited = (table: string, kind: string, set: string, where: string) => `
    WITH changed AS (UPDATE ${table} SET ${set}, version = version + 1
      WHERE id = (SELECT id FROM ${table} WHERE ${where} LIMIT 1) RETURNING id, version, organisation_id)
    INSERT INTO audit_events (subject_type, subject_id, seq, organisation_id, action, actor_id, actor_person, at, data)
    SELECT '${kind}', id, version, organisation_id, 'test', '${NOWHERE}', '${NOWHERE}', now(), '{}' FROM changed`;

  it('can do what is right: the refusals below are of what is wrong', async () => {
    expect(
      await refused(audited('applications', 'application', `status = 'withdrawn'`, `status = 'submitted'`)),
    ).toBe('not refused');
  });

  it.each([
    ['applications', 'application', `status = 'decided'`, `status = 'submitted'`, /has no step/],
    ['applications', 'application', `status = 'draft'`, `status = 'submitted'`, /has no step/],
    ['applications', 'application', `status = 'draft'`, `status = 'decided'`, /has no step/],
    ['decisions', 'decision', `status = 'proposed'`, `status = 'approved'`, /has no step/],
    ['payments', 'payment', `status = 'executed'`, `status = 'due'`, /has no step/],
    ['reports', 'report', `status = 'approved'`, `status = 'open'`, /has no step/],
    [
      'applications',
      'application',
      `content = '{}'`,
      `status = 'submitted'`,
      /submitted content never changes/,
    ],
    [
      'applications',
      'application',
      `content = '{}'`,
      `status = 'underAssessment'`,
      /submitted content never changes/,
    ],
    [
      'reports',
      'report',
      `content = '{}'`,
      `status = 'approved'`,
      /has no step|submitted content never changes/,
    ],
    ['decisions', 'decision', `reasons = 'other'`, `status = 'approved'`, /a decision never changes/],
    ['decisions', 'decision', `conditions = '["more"]'`, `status = 'approved'`, /a decision never changes/],
    ['decisions', 'decision', `outcome = 'reject'`, `status = 'approved'`, /a decision never changes/],
    ['decisions', 'decision', `evidence = '[]'`, `status = 'approved'`, /a decision never changes/],
    [
      'decisions',
      'decision',
      `decided_by_person = '${NOWHERE}'`,
      `status = 'approved'`,
      /a decision never changes/,
    ],
    [
      'decisions',
      'decision',
      `prepared_by_person = '${NOWHERE}'`,
      `status = 'proposed'`,
      /has no step|never changes/,
    ],
    ['decision_years', 'decisionYear', `amount = amount + 1`, `status = 'firm'`, /has no step|never changes/],
    [
      'payments',
      'payment',
      `amount = 1, status = 'cancelled'`,
      `status = 'due'`,
      /the sum of a payment never changes/,
    ],
    [
      'payments',
      'payment',
      `status = 'attested', attested_by = '${NOWHERE}', attested_by_person = prepared_by_person, attested_at = now()`,
      `status = 'due'`,
      /payments_four_eyes/,
    ],
    [
      'payments',
      'payment',
      `status = 'attested', attested_by = '${NOWHERE}', attested_by_person = decided_by_person, attested_at = now()`,
      `status = 'due'`,
      /payments_four_eyes/,
    ],
    ['payments', 'payment', `status = 'attested'`, `status = 'due'`, /payments_attested/],
    [
      'decisions',
      'decision',
      `status = 'approved', decided_by = prepared_by, decided_by_person = prepared_by_person, decided_at = now()`,
      `status = 'proposed'`,
      /decisions_four_eyes/,
    ],
    ['decisions', 'decision', `status = 'approved'`, `status = 'proposed'`, /decisions_decided/],
  ])('may not: %s.%s SET %s WHERE %s', async (table, kind, set, where, told) => {
    expect(
      await within(
        'all',
        async (client) => (await client.query(`SELECT FROM ${table} WHERE ${where}`)).rowCount,
      ),
    ).toBeGreaterThan(0);
    expect(await refused(audited(table, kind, set, where))).toMatch(told);
  });

  it.each([
    `UPDATE applications SET status = 'withdrawn', version = version + 1 WHERE status = 'submitted'`,
    `UPDATE payments SET status = 'cancelled', version = version + 1 WHERE status = 'due'`,
    `UPDATE decisions SET status = 'returned', version = version + 1 WHERE status = 'proposed'`,
    `UPDATE calls SET version = version + 1, status = 'closed' WHERE status = 'published'`,
    `UPDATE reports SET due_on = '2099-01-01', version = version + 1 WHERE status = 'open'`,
  ])('owes an audit event at COMMIT: %s', async (statement) => {
    expect(await refused(statement)).toMatch(/has no audit event/);
  });

  it('does not hide a change by leaving the version as it was', async () => {
    expect(await refused(`UPDATE reports SET due_on = '2099-01-01' WHERE status = 'open'`)).toMatch(
      /every change adds one to the version/,
    );
  });

  it('writes no audit event out of turn', async () => {
    const event = (seq: string) => `INSERT INTO audit_events
      (subject_type, subject_id, seq, action, actor_id, actor_person, at, data, previous_hash, hash)
      SELECT 'application', subject_id, ${seq}, 'test', '${NOWHERE}', '${NOWHERE}', now(), '{}', '', ''
      FROM audit_events WHERE subject_type = 'application' GROUP BY subject_id LIMIT 1`;
    expect(await refused(event('1'))).toMatch(/has no gap/);
    expect(await refused(event('max(seq) + 2'))).toMatch(/has no gap/);
  });

  describe('and the money', () => {
    it('may not touch a balance', async () => {
      expect(await refused(`UPDATE appropriation_funds SET available = 900000000000`)).toMatch(
        /permission denied/,
      );
    });

    it('opens a fund empty or not at all', async () => {
      const fund = `INSERT INTO appropriation_funds (appropriation_id, fund, allocated, available)
        SELECT id, 'appropriation', 5, 5 FROM appropriations`;
      expect(await refused(fund)).toMatch(/permission denied/);
    });

    const post = (
      rows: string,
      act = 'reserve',
      decision = '(SELECT id FROM decisions ORDER BY id LIMIT 1)',
    ) => `
      INSERT INTO ledger_transactions (id, act, subject_type, subject_id, actor_id, day, posted_at)
        SELECT '${NOWHERE}', '${act}', 'decision', ${decision}, '${NOWHERE}', now(), now();
      INSERT INTO ledger_entries (transaction_id, day, appropriation_id, fund, account, year, amount)
        SELECT '${NOWHERE}', now(), a.id, 'appropriation', e.account, a.year, e.amount
        FROM appropriations a, (VALUES ${rows}) e(account, amount)`;

    it('posts what sums to zero', async () => {
      expect(await refused(post(`('available', -1), ('reserved', 1)`))).toBe('not refused');
      expect(await refused(post(`('available', -1), ('reserved', 2)`))).toMatch(/sum to zero/);
      expect(await refused(post(`('available', 1)`))).toMatch(/sum to zero/);
      const nowhere = post(`('available', -1), ('reserved', 1)`, 'reserve', `'${NOWHERE}'`);
      expect(await refused(nowhere)).toMatch(/null value in column "application_id"/);
    });

    it('moves money in a fund that there is', async () => {
      const gone = post(`('available', -1), ('reserved', 1)`).replace('a.id', `'${NOWHERE}'`);
      expect(await refused(gone)).toMatch(/a fund that there is/);
    });

    it('moves money as its act does', async () => {
      expect(await refused(post(`('available', -1), ('unpaid', 1)`))).toMatch(/its own accounts/);
      expect(await refused(post(`('available', 1), ('reserved', -1)`))).toMatch(/its own accounts/);
      expect(await refused(post(`('available', -1), ('reserved', 1)`, 'test'))).toMatch(/its own accounts/);
    });

    it.each([
      ['pay', `('unpaid', -900000001), ('paid', 900000001)`],
      ['unpay', `('paid', -900000001), ('unpaid', 900000001)`],
      ['free', `('unpaid', -900000001), ('available', 900000001)`],
      ['release', `('reserved', -900000001), ('available', 900000001)`],
    ])('lets a case %s no more than it holds itself', async (act, rows) =>
      expect(await refused(post(rows, act))).toMatch(/ledger_holdings_sound|appropriation_funds_/),
    );

    it('may not touch what a case holds', async () => {
      expect(await refused(`UPDATE ledger_holdings SET unpaid = 5`)).toMatch(/permission denied/);
    });

    it('posts a transaction once', async () => {
      const again = `INSERT INTO ledger_entries (transaction_id, day, appropriation_id, fund, account, year, amount)
        SELECT transaction_id, day, appropriation_id, fund, account, year, amount FROM ledger_entries
        WHERE transaction_id = (SELECT transaction_id FROM ledger_entries LIMIT 1)`;
      expect(await refused(again)).toMatch(/is posted once/);
    });

    const declared = `INSERT INTO interest_declarations (id, application_id, organisation_id, user_id, person_id, interest,
        note, declared_at)
      SELECT gen_random_uuid(), d.application_id, d.organisation_id, u.id, u.person_id, 'possible', '', now()
      FROM decisions d JOIN payments p ON p.decision_id = d.id, users u
      WHERE p.status = 'due' AND u.email = 'ekonomi@medel.example'`;
    const attested = (
      by: string,
    ) => `UPDATE payments SET status = 'attested', attested_by = u.id, attested_at = now(),
        attested_by_person = u.person_id, version = payments.version + 1 FROM users u WHERE status = 'due' AND u.email = '${by}@medel.example'`;

    it('lets nobody with a declared interest attest', async () =>
      expect(await refused(`${declared}; ${attested('ekonomi')}`)).toMatch(/payments_no_interest/));

    it('lets nobody with a declared interest send', async () => {
      const file = `INSERT INTO payment_files (id, version, status, message_id, payer, payment_count, control_sum,
          requested_by, requested_by_person, requested_at)
        SELECT '${NOWHERE}', 1, 'queued', 'demo', '{}', 1, 1, id, person_id, now() FROM users
        WHERE email = 'ekonomi@medel.example'`;
      const line = `INSERT INTO payment_file_lines (payment_id, payment_file_id, organisation_id, number, end_to_end_id,
          amount, execute_on, payee, account_id, account, text)
        SELECT p.id, '${NOWHERE}', p.organisation_id, 1, 'demo', p.amount - p.set_off, p.pay_on, 'Demo', a.id, '{}', ''
        FROM payments p JOIN payee_accounts a ON a.organisation_id = p.organisation_id AND a.status = 'approved'
        JOIN users u ON u.id = p.attested_by WHERE u.email = 'admin@medel.example' LIMIT 1`;
      const sent = `${attested('admin')}; ${file}; ${line}`;
      // Nothing but the events, which are asked for last.
      expect(await refused(sent)).toMatch(/has no audit event/);
      expect(await refused(`${declared}; ${sent}`)).toMatch(/payments_no_interest/);
    });

    const planned = (columns: string, values: string) => `
      INSERT INTO payments (id, version, status, organisation_id, decision_id, decision_year_id, year, instalment, amount,
        pay_on, prepared_by_person, decided_by_person${columns})
      SELECT gen_random_uuid(), 1, 'planned', organisation_id, decision_id, decision_year_id, year, 900, 1,
        pay_on, prepared_by_person, decided_by_person${values} FROM payments WHERE status = 'due'`;

    it('plans no more of a year than was granted', async () => {
      expect(await refused(planned('', ''))).toMatch(/exceed what was granted/);
    });

    it('replaces a payment only where it bounced', async () => {
      expect(await refused(planned(', replaces', ', id'))).toMatch(/replaces one that bounced/);
    });

    it.each(['amount = amount + 1', 'year = year + 1', `organisation_id = '${NOWHERE}'`])(
      'leaves a decided year as it is: SET %s',
      async (set) =>
        expect(await refused(`UPDATE decision_years SET ${set}, version = version + 1`)).toMatch(
          /sum of a decided year never changes/,
        ),
    );

    it('never promises more than there is', async () => {
      expect(await refused(post(`('available', -900000001), ('reserved', 900000001)`))).toMatch(
        /appropriation_funds_available/,
      );
    });
  });
});
