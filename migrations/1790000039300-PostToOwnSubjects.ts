import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An act of the ledger is about what it moves money for: a case, an appropriation, its amendment or a recovery. */
export class PostToOwnSubjects1790000039300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- That a decision is there the holdings ask, which are of its case.
      ALTER TABLE ledger_transactions ADD CONSTRAINT ledger_transactions_subject CHECK (subject_type = CASE act
        WHEN 'allocate' THEN 'appropriation' WHEN 'adjust' THEN 'appropriationAmendment'
        WHEN 'return' THEN 'recovery' WHEN 'unreturn' THEN 'recovery' ELSE 'decision' END);
      CREATE UNIQUE INDEX ledger_transactions_once ON ledger_transactions (subject_id) WHERE act IN ('allocate', 'adjust');

      -- What has no case: an appropriation and its amendments post to themselves alone, and of a recovery no more is returned
      -- than was repaid on it.
      CREATE FUNCTION must_post_for_its_subject() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        DECLARE own uuid;
        BEGIN
          IF NEW.subject_type = 'recovery' THEN
            IF (SELECT coalesce(sum(e.amount), 0) FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
                WHERE t.subject_id = NEW.subject_id AND t.act IN ('return', 'unreturn') AND e.account = 'returned')
              > (SELECT coalesce(-sum(e.amount), 0) FROM recovery_postings p JOIN recovery_entries e ON e.posting_id = p.id
                WHERE p.recovery_id = NEW.subject_id AND p.act IN ('payment', 'setOff', 'undoSetOff') AND e.part = 'principal') THEN
              RAISE EXCEPTION 'no more is returned than was repaid' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NULL;
          END IF;
          SELECT id INTO own FROM appropriations WHERE id = NEW.subject_id AND NEW.act = 'allocate'
            UNION ALL SELECT appropriation_id FROM appropriation_amendments WHERE id = NEW.subject_id AND NEW.act = 'adjust';
          IF own IS NULL OR EXISTS (SELECT FROM ledger_entries WHERE transaction_id = NEW.id AND appropriation_id <> own) THEN
            RAISE EXCEPTION 'a ledger act is about its own subject' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER for_its_subject AFTER INSERT ON ledger_transactions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.subject_type <> 'decision') EXECUTE FUNCTION must_post_for_its_subject();

      -- What a case has paid of a year is what the bank has executed of it.
      CREATE FUNCTION must_pay_what_was_executed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF EXISTS (SELECT FROM decisions own JOIN ledger_holdings h USING (application_id) WHERE own.id = NEW.subject_id
              GROUP BY h.application_id, h.year HAVING sum(h.paid) > (SELECT coalesce(sum(p.amount), 0) FROM payments p
                JOIN decisions d ON d.id = p.decision_id
                WHERE d.application_id = h.application_id AND p.year = h.year AND p.status = 'executed')) THEN
            RAISE EXCEPTION 'no more is paid in the ledger than was executed' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER executed AFTER INSERT ON ledger_transactions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.act = 'pay') EXECUTE FUNCTION must_pay_what_was_executed();

      -- As before, and what an amendment says there was, there was.
      CREATE OR REPLACE FUNCTION must_be_adjusted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF (SELECT coalesce(-sum(e.amount) FILTER (WHERE e.fund = 'appropriation'), 0) = NEW.amount_after - NEW.amount_before
                AND coalesce(-sum(e.amount) FILTER (WHERE e.fund = 'commitmentLimit'), 0)
                  = NEW.commitment_limit_after - NEW.commitment_limit_before
              FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
              WHERE t.subject_id = NEW.id AND t.act = 'adjust' AND e.account = 'source'
                AND e.appropriation_id = NEW.appropriation_id) IS NOT TRUE
            OR (SELECT sum(allocated) FILTER (WHERE fund = 'appropriation') = NEW.amount_after
                AND sum(allocated) FILTER (WHERE fund = 'commitmentLimit') = NEW.commitment_limit_after
              FROM appropriation_funds WHERE appropriation_id = NEW.appropriation_id) IS NOT TRUE THEN
            RAISE EXCEPTION 'an amendment of an appropriation is posted with it'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER executed ON ledger_transactions;
      DROP TRIGGER for_its_subject ON ledger_transactions;
      DROP FUNCTION must_pay_what_was_executed, must_post_for_its_subject;
      DROP INDEX ledger_transactions_once;
      ALTER TABLE ledger_transactions DROP CONSTRAINT ledger_transactions_subject;
      -- must_be_adjusted stays: all that was amended before it is as it says.
    `);
  }
}
