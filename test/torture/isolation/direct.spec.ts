import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel } from '#testing';
import { World } from '../world.js';
import { changed, Direct, NEW } from './direct.js';

let medel: Medel;
let direct: Direct;

beforeAll(async () => {
  medel = await Medel.start();
  await World.make(medel);
  direct = await Direct.connect(medel.config.databaseUrl);
});
afterAll(async () => {
  await direct.end();
  await medel.expectCoherent();
  await medel.stop();
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
