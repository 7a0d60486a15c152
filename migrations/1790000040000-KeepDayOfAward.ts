import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A grant is awarded once: an amendment has the moment of the decision that it goes on from. By the moment of its own an amended
 * grant moved in the public list from the year of its award to that of the amendment.
 */
export class KeepDayOfAward1790000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE decisions ADD COLUMN awarded_at timestamptz(3);
      -- Nobody acts: what there is is told in a column of its own.
      ALTER TABLE decisions DISABLE TRIGGER USER;
      WITH RECURSIVE awarded AS (
        SELECT id, decided_at AS at FROM decisions WHERE amends_id IS NULL AND outcome = 'approve' AND decided_at IS NOT NULL
        UNION ALL SELECT d.id, a.at FROM awarded a JOIN decisions d ON d.amends_id = a.id WHERE d.decided_at IS NOT NULL)
      UPDATE decisions d SET awarded_at = a.at FROM awarded a WHERE a.id = d.id;
      ALTER TABLE decisions ENABLE TRIGGER USER;

      CREATE FUNCTION keep_day_of_award() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          NEW.awarded_at := coalesce((SELECT awarded_at FROM decisions WHERE id = NEW.amends_id), NEW.decided_at);
          RETURN NEW;
        END $$;
      CREATE TRIGGER awarded BEFORE UPDATE OF status ON decisions FOR EACH ROW
        WHEN (NEW.status = 'approved' AND OLD.status = 'proposed' AND NEW.outcome = 'approve')
        EXECUTE FUNCTION keep_day_of_award();
      DROP INDEX decisions_awarded;
      CREATE INDEX decisions_awarded ON decisions (awarded_at DESC, application_id DESC)
        WHERE status = 'approved' AND outcome = 'approve';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER awarded ON decisions;
      DROP FUNCTION keep_day_of_award;
      ALTER TABLE decisions DROP COLUMN awarded_at;
      CREATE INDEX decisions_awarded ON decisions (decided_at DESC, application_id DESC)
        WHERE status = 'approved' AND outcome = 'approve';
    `);
  }
}
