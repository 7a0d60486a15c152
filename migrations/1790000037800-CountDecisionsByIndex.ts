import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the list of decisions counts is told by its index alone, as with applications: a decision is wide. */
export class CountDecisionsByIndex1790000037800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX decisions_recent;
      CREATE INDEX decisions_recent ON decisions (proposed_at DESC, id DESC) INCLUDE (status, organisation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX decisions_recent;
      CREATE INDEX decisions_recent ON decisions (proposed_at DESC, id DESC);
    `);
  }
}
