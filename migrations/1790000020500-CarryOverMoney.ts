import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unused money that goes to the next year: a change of both appropriations, each told in its own row. */
export class CarryOverMoney1790000020500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE appropriation_amendments
        ADD COLUMN kind text NOT NULL DEFAULT 'letter',
        ADD COLUMN counterpart_id uuid,
        ADD CONSTRAINT appropriation_amendments_counterpart FOREIGN KEY (counterpart_id) REFERENCES appropriations (id),
        ADD CONSTRAINT appropriation_amendments_kind CHECK (kind IN ('letter', 'carryOver')
          AND (kind = 'carryOver') = (counterpart_id IS NOT NULL) AND counterpart_id <> appropriation_id);
      ALTER TABLE appropriation_amendments ALTER COLUMN kind DROP DEFAULT;
      CREATE INDEX appropriation_amendments_carried ON appropriation_amendments (counterpart_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appropriation_amendments DROP COLUMN counterpart_id, DROP COLUMN kind');
  }
}
