import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a year draws on changes once: to its own year's appropriation of the same code, when that is there. */
export class MoveYearsToOwnMoney1790000039800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION must_move_to_own_money() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF OLD.status <> 'conditional' OR NOT EXISTS (SELECT FROM appropriations own JOIN appropriations earlier USING (code)
              WHERE own.id = NEW.appropriation_id AND own.year = NEW.year AND earlier.id = OLD.appropriation_id) THEN
            RAISE EXCEPTION 'a year draws on its own appropriation' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER own_money BEFORE UPDATE OF appropriation_id ON decision_years FOR EACH ROW
        WHEN (NEW.appropriation_id <> OLD.appropriation_id) EXECUTE FUNCTION must_move_to_own_money();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER own_money ON decision_years; DROP FUNCTION must_move_to_own_money`);
  }
}
