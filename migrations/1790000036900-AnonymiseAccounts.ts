import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account that is needed no more keeps its id, and what was done by it; nobody is found, reached or let in by it. */
export class AnonymiseAccounts1790000036900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users ADD COLUMN anonymised_at timestamptz(3);
      ALTER TABLE users ADD CONSTRAINT users_anonymised CHECK (anonymised_at IS NULL
        OR (NOT is_active AND password_hash = '!' AND email = id || '@anonymised.invalid'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE users DROP COLUMN anonymised_at`);
  }
}
