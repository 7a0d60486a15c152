import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An event is of a change that is there, a submission of what stands, a settlement of an approval, a letter of a decision, and
 * a seal of what has been. What was invented beside them was kept as if it had happened, and an event too many stopped its case:
 * no later change had the number that the chain then asked for.
 */
export class TellOnlyWhatHappened1790000039600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const has = SUBJECTS.map(
      ([subject, table]) => `
            WHEN '${subject}' THEN PERFORM FROM ${table} WHERE id = NEW.subject_id AND version >= NEW.seq;`,
    );
    await runner.query(`
      -- One look by key for each event; a subject that is not named here has no row, and no events.
      CREATE FUNCTION must_have_happened() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          CASE NEW.subject_type${has.join('')}
            ELSE RAISE EXCEPTION 'nothing is a %', NEW.subject_type USING ERRCODE = 'integrity_constraint_violation';
          END CASE;
          IF NOT FOUND THEN
            RAISE EXCEPTION '% % has not come to version %', NEW.subject_type, NEW.subject_id, NEW.seq
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER happened AFTER INSERT ON audit_events DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION must_have_happened();

      -- What was handed in is what stands at commit, told in the chain of the same transaction.
      ALTER TABLE submissions ADD CONSTRAINT submissions_sha256 CHECK (
        content_sha256 = encode(sha256(convert_to(content::text, 'UTF8')), 'hex'));
      CREATE FUNCTION must_be_what_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF NEW.subject_type = 'application' THEN
            PERFORM FROM applications s JOIN audit_events e
                ON e.subject_type = 'application' AND e.subject_id = s.id AND e.seq = s.version
              WHERE s.id = NEW.subject_id AND s.organisation_id = NEW.organisation_id AND s.content = NEW.content
                AND e.tx = pg_current_xact_id()::text::bigint;
          ELSE
            PERFORM FROM reports s JOIN audit_events e ON e.subject_type = 'report' AND e.subject_id = s.id AND e.seq = s.version
              WHERE s.id = NEW.subject_id AND s.organisation_id = NEW.organisation_id AND s.content = NEW.content
                AND e.tx = pg_current_xact_id()::text::bigint;
          END IF;
          IF NOT FOUND THEN
            RAISE EXCEPTION 'what is handed in is what stands' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER stands AFTER INSERT ON submissions DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION must_be_what_stands();

      CREATE FUNCTION must_settle_what_is_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM reports r JOIN audit_events e ON e.subject_type = 'report' AND e.subject_id = r.id AND e.seq = r.version
              WHERE (r.id, r.organisation_id, r.decision_id) = (NEW.report_id, NEW.organisation_id, NEW.decision_id)
                AND r.status = 'approved' AND e.action = 'approve' AND e.tx = pg_current_xact_id()::text::bigint) THEN
            RAISE EXCEPTION 'a report is settled as it is approved' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER settled AFTER INSERT ON settlements DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION must_settle_what_is_approved();

      -- As before, and what a letter tells of was decided.
      CREATE OR REPLACE FUNCTION must_be_letter_of_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM applications WHERE id = NEW.application_id AND organisation_id = NEW.organisation_id)
              OR (NEW.decision_id IS NOT NULL AND NOT EXISTS (SELECT FROM decisions WHERE id = NEW.decision_id
                AND application_id = NEW.application_id AND status IN ('approved', 'superseded', 'revoked')))
              OR (NEW.recovery_id IS NOT NULL AND NOT EXISTS (SELECT FROM recoveries r JOIN decisions d ON d.id = r.decision_id
                WHERE r.id = NEW.recovery_id AND d.application_id = NEW.application_id AND r.decided_by IS NOT NULL)) THEN
            RAISE EXCEPTION 'a letter is of one case, and of what was decided in it' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;

      -- A seal follows the last one and comes to no transaction that has not begun; its heads are written with it.
      CREATE FUNCTION must_follow_last_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        DECLARE last audit_seals;
        BEGIN
          SELECT * INTO last FROM audit_seals ORDER BY number DESC LIMIT 1;
          IF NEW.number <> coalesce(last.number, 0) + 1 OR NEW.previous_hash <> coalesce(last.hash, '')
              OR NEW.settled > pg_snapshot_xmax(pg_current_snapshot())::text::bigint THEN
            RAISE EXCEPTION 'a seal follows the last one' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER follows BEFORE INSERT ON audit_seals FOR EACH ROW EXECUTE FUNCTION must_follow_last_seal();
      CREATE FUNCTION must_come_with_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF EXISTS (SELECT FROM (SELECT DISTINCT seal FROM added) a JOIN audit_seals s ON s.number = a.seal
              WHERE s.xmin <> pg_current_xact_id()::xid) THEN
            RAISE EXCEPTION 'the heads of a seal are written with it' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER with_seal AFTER INSERT ON audit_seal_heads REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION must_come_with_seal();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER with_seal ON audit_seal_heads;
      DROP TRIGGER follows ON audit_seals;
      DROP TRIGGER settled ON settlements;
      DROP TRIGGER stands ON submissions;
      ALTER TABLE submissions DROP CONSTRAINT submissions_sha256;
      DROP TRIGGER happened ON audit_events;
      DROP FUNCTION must_come_with_seal, must_follow_last_seal, must_settle_what_is_approved, must_be_what_stands,
        must_have_happened;
      -- must_be_letter_of_case stays: no letter before it told of what was not decided.
    `);
  }
}

/** As in the view audited_subjects. Those that are written to most are asked for first. */
const SUBJECTS = [
  ['application', 'applications'],
  ['decision', 'decisions'],
  ['payment', 'payments'],
  ['decisionYear', 'decision_years'],
  ['report', 'reports'],
  ['letter', 'letters'],
  ['user', 'users'],
  ['export', 'exports'],
  ['recovery', 'recoveries'],
  ['paymentFile', 'payment_files'],
  ['payeeAccount', 'payee_accounts'],
  ['evidenceDemand', 'evidence_demands'],
  ['fileScan', 'file_scans'],
  ['accountingImport', 'accounting_imports'],
  ['sample', 'samples'],
  ['call', 'calls'],
  ['appropriation', 'appropriations'],
  ['appropriationAmendment', 'appropriation_amendments'],
  ['measureDataset', 'measure_datasets'],
  ['eligibilityRecomputation', 'eligibility_recomputations'],
  ['exportSchedule', 'export_schedules'],
  ['referenceRate', 'reference_rates'],
  ['thinning', 'thinnings'],
] as const;
