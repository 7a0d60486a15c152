import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An application gets its registry number (diarienummer) in the statement that submits it: neither can be without the other. */
export class NumberApplications1790000011700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION number_application() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.registry_number := next_registry_number(extract(year FROM NEW.submitted_at AT TIME ZONE 'Europe/Stockholm')::integer);
          RETURN NEW;
        END $$;
      CREATE TRIGGER numbered BEFORE UPDATE ON applications FOR EACH ROW
        WHEN (NEW.submitted_at IS NOT NULL AND NEW.registry_number IS NULL) EXECUTE FUNCTION number_application();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER numbered ON applications;
      DROP FUNCTION number_application;
    `);
  }
}
