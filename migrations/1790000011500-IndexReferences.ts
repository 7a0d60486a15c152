import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is looked up by what it belongs to: without an index each such look reads the whole table. */
export class IndexReferences1790000011500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX decisions_of_application ON decisions (application_id);
      CREATE INDEX decision_years_of_appropriation ON decision_years (appropriation_id);
      CREATE INDEX payments_of_decision_year ON payments (decision_year_id);
      CREATE INDEX organisation_members_of_member ON organisation_members (member_id);
      CREATE INDEX users_of_organisation ON users (organisation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX users_of_organisation;
      DROP INDEX organisation_members_of_member;
      DROP INDEX payments_of_decision_year;
      DROP INDEX decision_years_of_appropriation;
      DROP INDEX decisions_of_application;
    `);
  }
}
