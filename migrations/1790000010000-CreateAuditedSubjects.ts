import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every audited row with its version, so that a chain that was cut off at its end is found out. */
export class CreateAuditedSubjects1790000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW audited_subjects WITH (security_invoker = true) AS
        SELECT 'appropriation' AS subject_type, id AS subject_id, version FROM appropriations
        UNION ALL SELECT 'call', id, version FROM calls
        UNION ALL SELECT 'application', id, version FROM applications
        UNION ALL SELECT 'decision', id, version FROM decisions
        UNION ALL SELECT 'decisionYear', id, version FROM decision_years
        UNION ALL SELECT 'payment', id, version FROM payments
        UNION ALL SELECT 'report', id, version FROM reports
        UNION ALL SELECT 'export', id, version FROM exports;
      GRANT SELECT ON audited_subjects TO medel_app;

      -- The queue's role makes its own schema and sees nothing else.
      DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO medel_queue', current_database()); END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW audited_subjects`);
  }
}
