import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A conditional year that is not to be has its reason. Conditional years are found by the year that waits for money. */
export class LetYearsLapse1790000020300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE decision_years ADD COLUMN lapse_reason text,
        ADD CONSTRAINT decision_years_lapsed CHECK ((status = 'lapsed') = (lapse_reason IS NOT NULL));
      CREATE INDEX decision_years_waiting ON decision_years (year) WHERE status = 'conditional';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX decision_years_waiting;
      ALTER TABLE decision_years DROP COLUMN lapse_reason;
    `);
  }
}
