import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the lists of decisions and reports count is told by an index alone, as with applications: a decision is wide, and of a
 * status there may be few. So is what a recipient has not yet reported, which each submission asks for. Made before the
 * others are dropped, so that nobody waits for more than a moment.
 */
export class CountByIndexesAlone1790000037800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX decisions_recent_whole ON decisions (proposed_at DESC, id DESC) INCLUDE (status, organisation_id);
      CREATE INDEX decisions_by_status_whole ON decisions (status, proposed_at DESC, id DESC) INCLUDE (organisation_id);
      CREATE INDEX reports_by_status ON reports (status, due_on, id) INCLUDE (organisation_id);
      CREATE INDEX reports_of_organisation_whole ON reports (organisation_id, status, due_on, id);
      DROP INDEX decisions_recent, decisions_by_status, reports_of_organisation;
      ALTER INDEX decisions_recent_whole RENAME TO decisions_recent;
      ALTER INDEX decisions_by_status_whole RENAME TO decisions_by_status;
      ALTER INDEX reports_of_organisation_whole RENAME TO reports_of_organisation;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX decisions_recent, decisions_by_status, reports_by_status, reports_of_organisation;
      CREATE INDEX reports_of_organisation ON reports (organisation_id);
      CREATE INDEX decisions_recent ON decisions (proposed_at DESC, id DESC);
      CREATE INDEX decisions_by_status ON decisions (status, proposed_at DESC, id DESC);
    `);
  }
}
