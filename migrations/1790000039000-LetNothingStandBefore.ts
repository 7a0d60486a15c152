import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What our functions name is ours. A temporary table stands before all schemas unless the path says otherwise: whoever made one
 * called `users` was asked instead of the accounts, by a function that runs as the owner. The path says otherwise now, and the
 * runtime role makes no temporary tables at all.
 */
export class LetNothingStandBefore1790000039000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ DECLARE routine regprocedure; BEGIN
        FOR routine IN ${ROUTINES} LOOP
          EXECUTE format('ALTER ROUTINE %s SET search_path = pg_catalog, public, pg_temp', routine);
        END LOOP;
        EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ DECLARE routine regprocedure; BEGIN
        EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database());
        FOR routine IN ${ROUTINES} AND NOT p.prosecdef LOOP
          EXECUTE format('ALTER ROUTINE %s RESET search_path', routine);
        END LOOP;
        FOR routine IN ${ROUTINES} AND p.prosecdef LOOP
          EXECUTE format('ALTER ROUTINE %s SET search_path = public', routine);
        END LOOP;
      END $$`);
  }
}

/** All that ask tables, or are asked by name: of the others, none names more than what PostgreSQL itself has. */
const ROUTINES = `SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    AND (l.lanname = 'plpgsql' OR p.prosecdef OR p.proname = 'next_registry_number')`;
