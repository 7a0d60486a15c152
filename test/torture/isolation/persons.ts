import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { anotherAccount, must, NOWHERE } from '../../api/stage.js';
import { newAccount, type World } from '../world.js';

/** One person with two accounts is one, whoever writes the rows: here the runtime role itself, past all code of ours. */
export function testPersons(whole: () => World): void {
  let app: pg.Client;

  beforeAll(async () => {
    const { medel, stage } = whole();
    await whole().recovery('answered', '1275');
    await must(stage.people['firmatecknare.1275'].post('/payee-accounts', { body: newAccount() }), 201);
    for (const name of ['handlaggare', 'beslut', 'firmatecknare.1275'] as const)
      await anotherAccount(medel, name, ['financeOfficer']);
    app = new pg.Client({ connectionString: medel.config.databaseUrl });
    await app.connect();
  });
  afterAll(() => app.end());

  /** The constraint that stood in the way; nothing is kept. */
  async function refusedBy(statement: string): Promise<string> {
    await app.query(`BEGIN; SET LOCAL medel.scope = 'all'`);
    try {
      const { rowCount } = await app.query(statement);
      await app.query('SET CONSTRAINTS ALL IMMEDIATE');
      return `not refused: ${rowCount} rows`;
    } catch (error) {
      return (error as pg.DatabaseError).constraint ?? (error as Error).message;
    } finally {
      await app.query('ROLLBACK');
    }
  }

  const second = (name: string) => `${name}.financeofficer@medel.example`;
  const NOBODY = `'${NOWHERE}'::uuid`;

  /** What is written, by which account, as which person. */
  const update =
    (table: string, status: string, from: string, column: string, more = '') =>
    (email: string, person: string) =>
      `UPDATE ${table} t SET version = t.version + 1, status = '${status}', ${column} = u.id,
         ${column}_person = ${person}, ${column.replace(/_by$/, '_at')} = now()${more}
       FROM users u WHERE u.email = '${email}'
         AND t.id = (SELECT id FROM ${table} WHERE status = '${from}' ORDER BY id DESC LIMIT 1)`;

  const acts: [string, string, string, (email: string, person: string) => string, string][] = [
    [
      'decides',
      second('handlaggare'),
      'decisions',
      update('decisions', 'approved', 'proposed', 'decided_by'),
      'decided_by',
    ],
    [
      'attests',
      second('handlaggare'),
      'payments',
      update('payments', 'attested', 'due', 'attested_by'),
      'attested_by',
    ],
    [
      'attests',
      second('beslut'),
      'payments',
      update('payments', 'attested', 'due', 'attested_by'),
      'attested_by',
    ],
    [
      'approves an account',
      second('firmatecknare.1275'),
      'payee_accounts',
      update('payee_accounts', 'approved', 'proposed', 'approved_by', ', usable_from = CURRENT_DATE + 60'),
      'approved_by',
    ],
    [
      'decides a recovery',
      second('handlaggare'),
      'recoveries',
      update('recoveries', 'decided', 'notified', 'decided_by', ', due_on = now()'),
      'decided_by',
    ],
  ];

  it.each(acts)('%s: not under another account (%s)', async (_, email, table, statement) => {
    expect(await refusedBy(statement(email, 'u.person_id'))).toBe(`${table}_four_eyes`);
  });

  it.each(acts)(
    '%s: nor under another account as somebody else (%s)',
    async (_, email, table, statement, column) => {
      const told = `${table}_${column}_person`;
      expect(await refusedBy(statement(email, NOBODY))).toBe(told);
      const other = `(SELECT person_id FROM users WHERE email = 'revisor@medel.example')`;
      expect(await refusedBy(statement(email, other))).toBe(told);
    },
  );

  it.each([
    ['interest_declarations', 'user_id', 'person_id'],
    ['assessments', 'user_id', 'person_id'],
    ['judgements', 'user_id', 'person_id'],
    ['co_financing_proofs', 'user_id', 'person_id'],
    ['condition_judgements', 'judged_by', 'person_id'],
    ['decisions', 'prepared_by', 'prepared_by_person'],
    ['payee_accounts', 'proposed_by', 'proposed_by_person'],
    ['payment_files', 'requested_by', 'requested_by_person'],
    ['recoveries', 'considered_by', 'considered_by_person'],
  ])('none of %s is written in the name of another person', async (table, account, person) => {
    const { rows } = await whole().medel.owner.query(
      `SELECT string_agg(quote_ident(column_name), ', ') AS names,
         -- The key of the message to the bank is its own.
         string_agg(CASE column_name WHEN 'message_id' THEN '''Demo''' ELSE quote_ident(column_name) END, ', ') AS values
       FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO' AND is_generated = 'NEVER'
         AND column_name NOT IN ('id', 'version', 'status', $2, $3)`,
      [table, account, person],
    );
    const { rows: has } = await whole().medel.owner.query(
      `SELECT FROM information_schema.columns WHERE table_name = $1 AND column_name = 'status'`,
      [table],
    );
    const initial = { decisions: 'proposed', payee_accounts: 'proposed', payment_files: 'queued' } as Record<
      string,
      string
    >;
    const step =
      has.length > 0 ? [', version, status', `, 1, '${initial[table] ?? 'considered'}'`] : ['', ''];
    // An application has one proposal at a time.
    const from = table === 'decisions' ? ` WHERE status = 'approved'` : '';
    const copy = `INSERT INTO ${table} (id, ${account}, ${person}, ${rows[0].names}${step[0]})
      SELECT gen_random_uuid(), ${account}, ${NOBODY}, ${rows[0].values}${step[1]} FROM ${table}${from} LIMIT 1`;
    expect(await refusedBy(copy)).toBe(`${table}_${person}`);
  });

  it.each(['prepared_by_person', 'decided_by_person'])(
    'and no payment is given another %s than its decision has',
    async (person) => {
      const changed = `UPDATE payments SET version = version + 1, ${person} = ${NOBODY} WHERE status = 'due'`;
      expect(await refusedBy(changed)).toBe('payments_persons_of_decision');
    },
  );
}
