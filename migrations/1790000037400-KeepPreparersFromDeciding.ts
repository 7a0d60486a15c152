import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who prepared a case does not decide it (I9): neither its assessment, a judgement of one of its findings, nor any decision
 * that was proposed in it, one that was returned or is in force too. It asked who proposed the decision at hand alone.
 */
export class KeepPreparersFromDeciding1790000037400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION has_prepared(application uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public AS $$
        SELECT EXISTS (SELECT FROM assessments WHERE application_id = application AND person_id = person)
          OR EXISTS (SELECT FROM judgements WHERE application_id = application AND person_id = person)
          OR EXISTS (SELECT FROM decisions WHERE application_id = application AND prepared_by_person = person) $$;

      DROP TRIGGER decided_by_another_than_judged ON decisions;
      DROP FUNCTION must_not_decide_own_judgement;
      CREATE FUNCTION must_not_decide_what_one_prepared() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public AS $$
        BEGIN
          IF (OLD.status = 'proposed' AND NEW.status = 'approved' AND has_prepared(NEW.application_id, NEW.decided_by_person))
            OR (OLD.status = 'approved' AND NEW.status = 'revoked' AND has_prepared(NEW.application_id, NEW.revoked_by_person)) THEN
            RAISE EXCEPTION 'who prepared the case does not decide it'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_four_eyes';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER decided_by_another_than_prepared BEFORE UPDATE ON decisions FOR EACH ROW
        EXECUTE FUNCTION must_not_decide_what_one_prepared();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER decided_by_another_than_prepared ON decisions;
      DROP FUNCTION must_not_decide_what_one_prepared, has_prepared;
      CREATE FUNCTION must_not_decide_own_judgement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF OLD.status = 'proposed' AND NEW.status = 'approved' AND EXISTS (SELECT FROM judgements
              WHERE application_id = NEW.application_id AND person_id = NEW.decided_by_person) THEN
            RAISE EXCEPTION 'who judged a finding of the case does not decide it'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_four_eyes';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER decided_by_another_than_judged BEFORE UPDATE ON decisions FOR EACH ROW
        EXECUTE FUNCTION must_not_decide_own_judgement();
    `);
  }
}
