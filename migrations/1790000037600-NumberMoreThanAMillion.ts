import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The millionth case of a year has seven digits. `lpad` cut the last of them off, which made the number of an earlier
 * case. Lists by number go by its text: the millionth stands before the second hundred thousandth.
 */
export class NumberMoreThanAMillion1790000037600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION next_registry_number(year integer) RETURNS text LANGUAGE sql VOLATILE AS
        $$ SELECT year || '-' || lpad(n, greatest(6, length(n)), '0') FROM (SELECT nextval('registry_' || year)::text AS n) s $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION next_registry_number(year integer) RETURNS text LANGUAGE sql VOLATILE AS
        $$ SELECT year || '-' || lpad(nextval('registry_' || year)::text, 6, '0') $$;
    `);
  }
}
