import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#core/access';
import { AuditSealer } from '#platform/audit';
import { Medel, until } from '#testing';
import { World } from '../world.js';
import { LEDGER, PAYMENTS, RECOVERIES } from './direct-money.js';
import { PERSONS, RECORDS } from './direct-records.js';
import { changed, Direct, NEW, person, user } from './direct.js';

let medel: Medel;
let direct: Direct;

beforeAll(async () => {
  medel = await Medel.start();
  const world = await World.make(medel);
  for (const state of ['considered', 'notified', 'answered', 'decided'] as const)
    await world.recovery(state, '1275');
  await world.thinning(false, '1275');
  await medel.settled();
  await (await medel.startWorker()).get(AuditSealer).seal(SYSTEM);
  await medel.stopWorker();
  direct = await Direct.connect(medel.config.databaseUrl);
});
afterAll(async () => {
  await direct.end();
  await medel.expectCoherent();
  await medel.stop();
});

describe('past all code of ours, the runtime role writes none of these', () => {
  it('and can do what is right', async () => {
    const withdrawn = changed('applications', 'application', `status = 'withdrawn'`, `status = 'submitted'`);
    expect(await direct.told(withdrawn)).toBe('not refused');
  });

  it.each([...PAYMENTS, ...LEDGER, ...RECOVERIES, ...PERSONS, ...RECORDS])(
    '%s',
    async (_, statements, told) => expect(await direct.told(statements)).toMatch(told),
  );

  it.each([
    ['payments', 'payment', 'replaces, payment_file_id'],
    ['recoveries', 'recovery', 'report_id'],
  ])('none of %s from a snapshot in which others are not seen', async (table) => {
    const copied = `INSERT INTO ${table} SELECT (jsonb_populate_record(t, '{"id": "${NEW.slice(1, 37)}", "version": 1}')).* FROM ${table} t LIMIT 1`;
    expect(await direct.told(copied, 'REPEATABLE READ')).toMatch(/where all others are seen/);
    expect(await direct.told(copied)).not.toMatch(/where all others are seen/);
  });
});

describe('what stands before ours', () => {
  it('is nothing: the runtime role makes no temporary tables', async () => {
    expect(await direct.told('CREATE TEMP TABLE users AS SELECT 1')).toMatch(/permission denied/);
    expect(await direct.told('CREATE TEMP SEQUENCE registry_2026')).toMatch(/permission denied/);
  });

  it('is not asked, if it should be there all the same', async () => {
    const [{ name }] = (await medel.owner.query('SELECT current_database() AS name')).rows;
    await medel.owner.query(`GRANT TEMPORARY ON DATABASE ${name} TO medel_app`);
    try {
      const executed = changed('payments', 'payment', `status = 'due'`, `status = 'executed'`);
      expect(
        await direct.told([
          `CREATE TEMP TABLE lifecycle_edges AS SELECT 'payment' AS subject, 'executed' AS from_status, 'due' AS to_status`,
          'GRANT ALL ON lifecycle_edges TO PUBLIC',
          executed,
        ]),
      ).toMatch(/has no step from executed to due/);
      // A view of its maker, asked by a function of the owner, would run what its maker wrote as the owner.
      expect(
        await direct.told([
          `CREATE FUNCTION pg_temp.taken() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'run as %', current_user; END $$`,
          `CREATE TEMP VIEW interest_declarations AS SELECT ${NEW} AS id, ${NEW} AS application_id, ${NEW} AS person_id,
             pg_temp.taken() AS interest, now() AS declared_at`,
          'GRANT ALL ON interest_declarations TO PUBLIC',
          `SELECT has_interest(${NEW}, ${NEW})`,
        ]),
      ).toBe('not refused');
      expect(
        await direct.told([
          'CREATE TEMP SEQUENCE registry_2026 START 777777',
          `SELECT 1 / (next_registry_number(2026) <> '2026-777777')::integer`,
        ]),
      ).toBe('not refused');
    } finally {
      await medel.owner.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM medel_app`);
    }
  });

  it('is asked by no function, of those that are still to be written too', async () => {
    const { rows } = await medel.owner.query(
      `SELECT p.oid::regprocedure::text AS routine FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
       WHERE p.pronamespace = 'public'::regnamespace
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
         AND (l.lanname = 'plpgsql' OR p.prosecdef OR p.prosrc ~ 'nextval|FROM [a-z_]+ WHERE')
         AND NOT coalesce(p.proconfig, '{}') @> ARRAY['search_path=pg_catalog, public, pg_temp'] ORDER BY 1`,
    );
    expect(rows).toEqual([]);
  });
});

describe('who prepares and who decides', () => {
  it('take turns on the case', async () => {
    const other = await Direct.connect(medel.config.databaseUrl);
    const { rows } = await medel.owner.query(
      `SELECT d.id, d.application_id FROM decisions d WHERE d.status = 'proposed' AND d.amends_id IS NULL LIMIT 1`,
    );
    const { id, application_id: caseId } = rows[0];
    const judged = `INSERT INTO judgements (id, application_id, organisation_id, user_id, person_id, finding_code, path, computed, outcome,
        motive, finding, judged_at)
      SELECT gen_random_uuid(), id, organisation_id, ${user('beslut2')}, ${person('beslut2')}, 'x', NULL, 'notMet', 'met', 'x', '{}', now()
      FROM applications WHERE id = '${caseId}'`;
    const decided = changed(
      'decisions',
      'decision',
      `status = 'approved', decided_by = ${user('beslut2')}, decided_by_person = ${person('beslut2')}, decided_at = now()`,
      `id = '${id}'`,
    );
    // As if it were still assessed, which no step of the lifecycle would let it be.
    await medel.owner.query(
      `ALTER TABLE applications DISABLE TRIGGER USER; UPDATE applications SET status = 'underAssessment' WHERE id = '${caseId}';
       ALTER TABLE applications ENABLE TRIGGER USER`,
    );
    try {
      await other.query(`BEGIN; SET LOCAL medel.scope = 'all'; ${judged}`);
      const told = direct.told(decided);
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`;
      await until(async () => (await medel.owner.query(waiting)).rowCount === 1);
      await other.query('COMMIT');
      expect(await told).toMatch(/decisions_four_eyes/);
      expect(await direct.told([decided, judged])).toMatch(/decisions_four_eyes/);
      expect(await direct.told(decided, 'REPEATABLE READ')).toMatch(/all that is written of it is seen/);
    } finally {
      await other.end();
      await medel.owner.query(
        `ALTER TABLE applications DISABLE TRIGGER USER; UPDATE applications SET status = 'proposed' WHERE id = '${caseId}';
         ALTER TABLE applications ENABLE TRIGGER USER; DELETE FROM judgements WHERE finding_code = 'x'`,
      );
    }
  });
});
