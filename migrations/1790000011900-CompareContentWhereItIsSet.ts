import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step that does not touch the content need not compare it: that read a whole application twice at each step. */
export class CompareContentWhereItIsSet1790000011900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replace(runner, 'UPDATE OF content');
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, 'UPDATE');
  }
}

async function replace(runner: QueryRunner, event: string): Promise<void> {
  await runner.query(`
    DROP TRIGGER content ON applications;
    DROP TRIGGER content ON reports;
    CREATE TRIGGER content BEFORE ${event} ON applications FOR EACH ROW
      EXECUTE FUNCTION must_keep_submitted_content('draft', 'completionRequested');
    CREATE TRIGGER content BEFORE ${event} ON reports FOR EACH ROW
      EXECUTE FUNCTION must_keep_submitted_content('upcoming', 'open', 'completionRequested');
  `);
}
