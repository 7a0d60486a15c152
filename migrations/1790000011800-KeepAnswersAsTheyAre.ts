import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first answer to a key lives a week and is seldom read: compressing it costs more than it saves. */
export class KeepAnswersAsTheyAre1790000011800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idempotency_keys ALTER COLUMN body SET STORAGE EXTERNAL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idempotency_keys ALTER COLUMN body SET STORAGE EXTENDED`);
  }
}
