import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money is planned by the decision that grants it, for its own year, and attested when the ledger has bound it. */
export class PlanOwnPayments1790000039200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As before, and what is planned against is the payment's own year, of a decision in force or one that gives way to an
      -- amendment in this transaction; the row is shared, so that none is revoked meanwhile.
      CREATE OR REPLACE FUNCTION must_be_payable_in_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        DECLARE granted bigint; planned bigint;
        BEGIN
          SELECT y.amount INTO granted FROM decision_years y JOIN decisions d ON d.id = y.decision_id
            WHERE (y.id, y.decision_id, y.year, y.organisation_id) =
              (NEW.decision_year_id, NEW.decision_id, NEW.year, NEW.organisation_id) AND d.status = 'approved'
            FOR UPDATE OF y FOR SHARE OF d;
          SELECT coalesce(sum(p.amount), 0) INTO planned FROM decisions own JOIN decisions d USING (application_id)
            JOIN payments p ON p.decision_id = d.id
            WHERE own.id = NEW.decision_id AND p.year = NEW.year AND p.status NOT IN ('cancelled', 'bounced');
          IF granted IS NULL OR planned + NEW.amount > granted THEN
            RAISE EXCEPTION 'payments of a year exceed what was granted' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      -- An older snapshot does not hold what others have planned since. Asked first: triggers go by their names.
      CREATE TRIGGER all_seen BEFORE INSERT ON payments FOR EACH ROW
        WHEN (current_setting('transaction_isolation') <> 'read committed')
        EXECUTE FUNCTION refuse('what is planned is summed where all others are seen');
      CREATE TRIGGER all_seen_attesting BEFORE UPDATE OF status ON payments FOR EACH ROW
        WHEN (NEW.status = 'attested' AND current_setting('transaction_isolation') <> 'read committed')
        EXECUTE FUNCTION refuse('what is attested is summed where all others are seen');

      -- What a row is of was made in the same transaction, and has the first event of its chain: nothing is added later.
      CREATE FUNCTION must_come_with() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM audit_events WHERE subject_type = TG_ARGV[0] AND seq = 1
              AND subject_id = (to_jsonb(NEW) ->> TG_ARGV[1])::uuid AND tx = pg_current_xact_id()::text::bigint) THEN
            RAISE EXCEPTION '%: they come with what they are of', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER with_decision AFTER INSERT ON decision_years FOR EACH ROW
        EXECUTE FUNCTION must_come_with('decision', 'decision_id');
      CREATE TRIGGER with_call AFTER INSERT ON call_budgets FOR EACH ROW EXECUTE FUNCTION must_come_with('call', 'call_id');
      CREATE TRIGGER with_thinning AFTER INSERT ON thinning_items FOR EACH ROW
        EXECUTE FUNCTION must_come_with('thinning', 'thinning_id');

      -- What is attested and not yet paid is bound for its case and year. The holdings are locked: two who attest take turns.
      CREATE FUNCTION must_be_bound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        DECLARE case_id uuid; bound bigint; attested bigint;
        BEGIN
          SELECT application_id INTO case_id FROM decisions WHERE id = NEW.decision_id;
          SELECT coalesce(sum(unpaid), 0) INTO bound FROM (SELECT unpaid FROM ledger_holdings
            WHERE application_id = case_id AND year = NEW.year AND fund = 'appropriation' FOR UPDATE) held;
          SELECT coalesce(sum(p.amount), 0) INTO attested FROM payments p JOIN decisions d ON d.id = p.decision_id
            WHERE d.application_id = case_id AND p.year = NEW.year AND p.id <> NEW.id AND p.status IN ('attested', 'sent');
          IF attested + NEW.amount > bound THEN
            RAISE EXCEPTION 'what is attested is bound in the ledger' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER bound BEFORE UPDATE ON payments FOR EACH ROW
        WHEN (NEW.status = 'attested' AND OLD.status <> 'attested') EXECUTE FUNCTION must_be_bound();

      -- As before, but for how long a change waits: by the clock of the database, whatever the approval says of itself.
      CREATE OR REPLACE FUNCTION must_keep_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF (NEW.organisation_id, NEW.kind, NEW.number, NEW.bic, NEW.proposed_by_person)
              IS DISTINCT FROM (OLD.organisation_id, OLD.kind, OLD.number, OLD.bic, OLD.proposed_by_person) THEN
            RAISE EXCEPTION 'a proposed account never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF OLD.status <> 'proposed' AND (NEW.usable_from, NEW.approved_by_person, NEW.approved_at)
              IS DISTINCT FROM (OLD.usable_from, OLD.approved_by_person, OLD.approved_at) THEN
            RAISE EXCEPTION 'an approved account never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NEW.status = 'approved' AND OLD.status = 'proposed' AND (
              NEW.usable_from < (NEW.approved_at AT TIME ZONE 'Europe/Stockholm')::date
              OR NEW.usable_from < (now() AT TIME ZONE 'Europe/Stockholm')::date + 7 AND EXISTS (SELECT FROM payee_accounts a
                WHERE a.organisation_id = NEW.organisation_id AND a.status IN ('approved', 'stopped'))) THEN
            RAISE EXCEPTION 'a change of account waits' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      ALTER TABLE payee_accounts DROP CONSTRAINT payee_accounts_approved, ADD CONSTRAINT payee_accounts_approved CHECK (
        status NOT IN ('approved', 'stopped') OR num_nulls(approved_by_person, approved_at, usable_from) = 0);

      -- A file says how many lines it has, and what they come to.
      CREATE FUNCTION must_count_its_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF (SELECT (count(*), coalesce(sum(amount), 0)) FROM payment_file_lines WHERE payment_file_id = NEW.id)
              IS DISTINCT FROM (NEW.payment_count::bigint, NEW.control_sum::numeric) THEN
            RAISE EXCEPTION 'a payment file counts its lines' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER counted AFTER INSERT ON payment_files DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION must_count_its_lines();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER counted ON payment_files;
      ALTER TABLE payee_accounts DROP CONSTRAINT payee_accounts_approved, ADD CONSTRAINT payee_accounts_approved CHECK (
        status NOT IN ('approved', 'stopped') OR (approved_by_person IS NOT NULL AND usable_from IS NOT NULL));
      DROP TRIGGER bound ON payments;
      DROP TRIGGER with_thinning ON thinning_items;
      DROP TRIGGER with_call ON call_budgets;
      DROP TRIGGER with_decision ON decision_years;
      DROP TRIGGER all_seen_attesting ON payments;
      DROP TRIGGER all_seen ON payments;
      DROP FUNCTION must_count_its_lines, must_be_bound, must_come_with;
      -- must_be_payable_in_case and must_keep_account stay: all that was planned and approved before them is theirs too.
    `);
  }
}
