import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The processes read which migrations were run, and refuse to work on tables that they do not know. */
export class ShowMigrations1790000036920 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT ON migrations TO medel_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT ON migrations FROM medel_app');
  }
}
