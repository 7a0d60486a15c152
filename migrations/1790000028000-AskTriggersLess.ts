import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Triggers are called for the changes that they are about, and no two ask the same of a row: at an approval they were a
 * third of what the database did.
 */
export class AskTriggersLess1790000028000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is planned over all decisions of a case (payable_in_case) is no less than what is planned of one of them:
      -- at an insert that one check is enough.
      CREATE OR REPLACE FUNCTION must_be_payable() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF (NEW.amount, NEW.decision_year_id, NEW.decision_id, NEW.year, NEW.organisation_id) IS DISTINCT FROM
              (OLD.amount, OLD.decision_year_id, OLD.decision_id, OLD.year, OLD.organisation_id) THEN
            RAISE EXCEPTION 'the sum of a payment never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NEW.status = 'attested' AND OLD.status <> 'attested' AND has_interest(
              (SELECT application_id FROM decisions WHERE id = NEW.decision_id), NEW.attested_by_person) THEN
            RAISE EXCEPTION 'somebody with an interest attests a payment of the case'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_no_interest';
          END IF;
          RETURN NEW;
        END $$;
      DROP TRIGGER payable ON payments;
      CREATE TRIGGER payable BEFORE UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION must_be_payable();

      DROP TRIGGER kept ON payments;
      CREATE TRIGGER kept BEFORE UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION must_keep_payment();
      CREATE TRIGGER kept_replacing BEFORE INSERT ON payments FOR EACH ROW
        WHEN (NEW.replaces IS NOT NULL) EXECUTE FUNCTION must_keep_payment();

      DROP TRIGGER in_file ON payments;
      CREATE CONSTRAINT TRIGGER in_file AFTER UPDATE ON payments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.status = 'sent' AND NEW.set_off < NEW.amount) EXECUTE FUNCTION must_be_in_file();

      DROP TRIGGER decided_by_another_than_judged ON decisions;
      CREATE TRIGGER decided_by_another_than_judged BEFORE UPDATE ON decisions FOR EACH ROW
        WHEN (OLD.status = 'proposed' AND NEW.status = 'approved') EXECUTE FUNCTION must_not_decide_own_judgement();

      DROP TRIGGER decided_sum ON decision_years;
      CREATE TRIGGER decided_sum BEFORE UPDATE ON decision_years FOR EACH ROW
        WHEN ((NEW.decision_id, NEW.year, NEW.amount, NEW.organisation_id) IS DISTINCT FROM
              (OLD.decision_id, OLD.year, OLD.amount, OLD.organisation_id))
        EXECUTE FUNCTION must_keep_decided_sum();

      DROP TRIGGER proven ON reports;
      CREATE TRIGGER proven BEFORE UPDATE ON reports FOR EACH ROW
        WHEN (NEW.status = 'approved' AND OLD.status <> 'approved') EXECUTE FUNCTION must_have_evidence_accepted();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER proven ON reports;
      CREATE TRIGGER proven BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION must_have_evidence_accepted();
      DROP TRIGGER decided_sum ON decision_years;
      CREATE TRIGGER decided_sum BEFORE UPDATE ON decision_years FOR EACH ROW EXECUTE FUNCTION must_keep_decided_sum();
      DROP TRIGGER decided_by_another_than_judged ON decisions;
      CREATE TRIGGER decided_by_another_than_judged BEFORE UPDATE ON decisions FOR EACH ROW
        EXECUTE FUNCTION must_not_decide_own_judgement();
      DROP TRIGGER in_file ON payments;
      CREATE CONSTRAINT TRIGGER in_file AFTER UPDATE ON payments DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION must_be_in_file();
      DROP TRIGGER kept_replacing ON payments;
      DROP TRIGGER kept ON payments;
      CREATE TRIGGER kept BEFORE INSERT OR UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION must_keep_payment();
      -- must_be_payable stays as it is: payable_in_case refuses at an insert what it refused.
    `);
  }
}
