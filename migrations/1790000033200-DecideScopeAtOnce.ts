import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For who sees all cases, "own" is no organisation at all rather than an unknown one: `false AND …` needs no look at the
 * rest, where `NULL AND …` asks of each row what only a recipient has to prove.
 */
export class DecideScopeAtOnce1790000033200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ownOrganisation(`'00000000-0000-0000-0000-000000000000'::uuid`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ownOrganisation('NULL'));
  }
}

const ownOrganisation = (nobody: string): string => `
  CREATE OR REPLACE FUNCTION own_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT CASE WHEN current_setting('medel.scope', true) = 'own'
         THEN nullif(current_setting('medel.organisation', true), '')::uuid ELSE ${nobody} END $$`;
