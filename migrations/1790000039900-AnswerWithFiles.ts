import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proof that was asked for is a file: a demand is answered by one, and accepted after it. */
export class AnswerWithFiles1790000039900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION must_be_answered_by_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM evidence_files WHERE demand_id = NEW.id AND organisation_id = NEW.organisation_id) THEN
            RAISE EXCEPTION 'a demand is answered by a file' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER answered BEFORE UPDATE ON evidence_demands FOR EACH ROW
        WHEN (NEW.status IN ('answered', 'accepted') AND NEW.status <> OLD.status) EXECUTE FUNCTION must_be_answered_by_file();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER answered ON evidence_demands; DROP FUNCTION must_be_answered_by_file`);
  }
}
