import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A settlement says how it was reckoned: the ceiling, its section, and how it was rounded. Older ones do not. */
export class StateSettlements1790000024200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE settlements ADD COLUMN finding jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE settlements DROP COLUMN finding`);
  }
}
