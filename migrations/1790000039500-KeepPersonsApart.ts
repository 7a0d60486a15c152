import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Four eyes where two act at the same moment, and where only the service asked: who prepares and who decides take turns on the
 * case, and nobody with a declared interest proposes, assesses, judges or approves in it (I9).
 */
export class KeepPersonsApart1790000039500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The case's row is locked first: what others write of the case, which shares it, is there to be seen or waits.
      CREATE OR REPLACE FUNCTION must_not_decide_what_one_prepared() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF (OLD.status = 'proposed' AND NEW.status = 'approved') OR (OLD.status = 'approved' AND NEW.status = 'revoked') THEN
            IF current_setting('transaction_isolation') <> 'read committed' THEN
              RAISE EXCEPTION 'a case is decided where all that is written of it is seen'
                USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            PERFORM FROM applications WHERE id = NEW.application_id FOR UPDATE;
            IF has_prepared(NEW.application_id, CASE NEW.status WHEN 'approved' THEN NEW.decided_by_person ELSE NEW.revoked_by_person END)
            THEN
              RAISE EXCEPTION 'who prepared the case does not decide it'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_four_eyes';
            END IF;
          END IF;
          RETURN NEW;
        END $$;
      -- Before the interests are asked for, which are of the same moment: triggers go by their names.
      ALTER TRIGGER decided_by_another_than_prepared ON decisions RENAME TO alone_in_case;

      CREATE OR REPLACE FUNCTION must_judge_lawfully() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          PERFORM FROM applications WHERE id = NEW.application_id
            AND organisation_id = NEW.organisation_id AND status = 'underAssessment' FOR SHARE;
          IF NOT FOUND THEN
            RAISE EXCEPTION 'a case is judged while it is under assessment' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF has_interest(NEW.application_id, NEW.person_id) THEN
            RAISE EXCEPTION 'somebody with an interest acts in the case'
              USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_no_interest';
          END IF;
          IF EXISTS (SELECT FROM decisions WHERE application_id = NEW.application_id AND decided_by_person = NEW.person_id) THEN
            RAISE EXCEPTION 'who decided the case does not prepare it'
              USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_four_eyes';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER judged_lawfully BEFORE INSERT ON assessments FOR EACH ROW EXECUTE FUNCTION must_judge_lawfully();

      -- $1: the column of the account that acts.
      CREATE FUNCTION must_act_without_interest() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        DECLARE acts uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid; case_id uuid;
        BEGIN
          IF TG_TABLE_NAME = 'decisions' THEN case_id := NEW.application_id;
          ELSE SELECT application_id INTO case_id FROM decisions WHERE id = NEW.decision_id; END IF;
          IF has_interest(case_id, (SELECT person_id FROM users WHERE id = acts)) THEN
            RAISE EXCEPTION 'somebody with an interest acts in the case'
              USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_no_interest';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER without_interest BEFORE INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION must_act_without_interest('prepared_by');
      CREATE TRIGGER without_interest BEFORE INSERT ON condition_judgements FOR EACH ROW
        EXECUTE FUNCTION must_act_without_interest('judged_by');
      CREATE TRIGGER without_interest BEFORE UPDATE ON reports FOR EACH ROW
        WHEN (NEW.status = 'approved' AND OLD.status <> 'approved') EXECUTE FUNCTION must_act_without_interest('approved_by');
      ALTER TABLE reports ADD CONSTRAINT reports_approved CHECK (
        num_nonnulls(approved_by, approved_at) = CASE WHEN status = 'approved' THEN 2 ELSE 0 END);

      -- One decision gives way to another, and to that alone: by commit the amendment stands, or what became of it since.
      CREATE FUNCTION must_give_way_to_amendment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM decisions WHERE amends_id = NEW.id AND status IN ('approved', 'superseded', 'revoked')) THEN
            RAISE EXCEPTION 'a decision is superseded by its amendment' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER gave_way AFTER UPDATE ON decisions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.status = 'superseded' AND OLD.status <> 'superseded') EXECUTE FUNCTION must_give_way_to_amendment();

      -- As before; who proposed stands from the approval on, and who approves has no interest in any of the cases.
      CREATE OR REPLACE FUNCTION must_keep_thinning() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF (NEW.programme_code, NEW.material, NEW.rule, NEW.latest_event, NEW.listed_at)
              IS DISTINCT FROM (OLD.programme_code, OLD.material, OLD.rule, OLD.latest_event, OLD.listed_at)
            OR (NEW.status IN ('approved', 'carriedOut') AND (NEW.proposed_by, NEW.proposed_by_person, NEW.proposed_at)
              IS DISTINCT FROM (OLD.proposed_by, OLD.proposed_by_person, OLD.proposed_at))
            OR (OLD.status NOT IN ('listed', 'proposed') AND (NEW.decided_by, NEW.decided_by_person, NEW.decided_at)
              IS DISTINCT FROM (OLD.decided_by, OLD.decided_by_person, OLD.decided_at)) THEN
            RAISE EXCEPTION 'a list of what is due never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NEW.status = 'approved' AND OLD.status <> 'approved' AND EXISTS (SELECT FROM thinning_items i
              WHERE i.thinning_id = NEW.id AND has_interest(i.application_id, NEW.decided_by_person)) THEN
            RAISE EXCEPTION 'somebody with an interest acts in the case'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'thinnings_no_interest';
          END IF;
          RETURN NEW;
        END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER gave_way ON decisions;
      ALTER TABLE reports DROP CONSTRAINT reports_approved;
      DROP TRIGGER without_interest ON reports;
      DROP TRIGGER without_interest ON condition_judgements;
      DROP TRIGGER without_interest ON decisions;
      DROP TRIGGER judged_lawfully ON assessments;
      ALTER TRIGGER alone_in_case ON decisions RENAME TO decided_by_another_than_prepared;
      DROP FUNCTION must_give_way_to_amendment, must_act_without_interest;
      -- The functions that were there before stay as they are: they refuse nothing that was done before them.
    `);
  }
}
