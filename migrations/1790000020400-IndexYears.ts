import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money is asked for by the year: every list that has years is read by one without reading the rest. */
export class IndexYears1790000020400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX decision_years_of_year ON decision_years (year, decision_id);
      CREATE INDEX payments_of_year ON payments (year, pay_on);
      CREATE INDEX reports_of_year ON reports (year, due_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX reports_of_year, payments_of_year, decision_years_of_year');
  }
}
