import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions that amend an earlier one, and revocation: four eyes and what is paid are kept here too. */
export class AmendDecisions1790000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE decisions
        ADD COLUMN amends_id uuid,
        ADD COLUMN requested_by text,
        ADD COLUMN difference jsonb,
        ADD COLUMN plan jsonb,
        ADD COLUMN revoked_by uuid,
        ADD COLUMN revoked_by_person uuid,
        ADD COLUMN revoked_at timestamptz(3),
        ADD COLUMN revocation jsonb,
        ADD CONSTRAINT decisions_amends FOREIGN KEY (amends_id) REFERENCES decisions (id),
        ADD CONSTRAINT decisions_revoked CHECK ((status = 'revoked') = (revoked_by_person IS NOT NULL)
          AND revoked_by_person <> prepared_by_person),
        ADD CONSTRAINT decisions_amendment CHECK ((amends_id IS NULL) = (difference IS NULL)
          AND (amends_id IS NULL) = (requested_by IS NULL) AND (amends_id IS NULL OR outcome = 'approve') AND amends_id <> id);
      CREATE INDEX decisions_amending ON decisions (amends_id);

      -- A case has one decision in force, and one proposal at a time: to begin with, or to amend the one in force.
      DROP INDEX decisions_live;
      CREATE UNIQUE INDEX decisions_proposed ON decisions (application_id) WHERE status = 'proposed';
      CREATE UNIQUE INDEX decisions_in_force ON decisions (application_id) WHERE status = 'approved';

      INSERT INTO lifecycle_edges VALUES
        ('application', 'decided', 'decided'),
        ('report', 'upcoming', 'upcoming'), ('report', 'submitted', 'submitted'),
        ('report', 'upcoming', 'cancelled'), ('report', 'open', 'cancelled'), ('report', 'completionRequested', 'cancelled');

      -- An amendment amends the decision in force of its own case. Who prepared or assessed the case, judged a finding of
      -- it, or has an interest in it, does not revoke its decision (I9). What an amendment says stands.
      CREATE FUNCTION must_amend_lawfully() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            IF NEW.amends_id IS NOT NULL AND NOT EXISTS (SELECT FROM decisions WHERE id = NEW.amends_id
                AND application_id = NEW.application_id AND organisation_id = NEW.organisation_id
                AND status = 'approved' AND outcome = 'approve') THEN
              RAISE EXCEPTION 'an amendment is of the decision in force' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
          END IF;
          IF (NEW.amends_id, NEW.requested_by, NEW.difference, NEW.plan) IS DISTINCT FROM
             (OLD.amends_id, OLD.requested_by, OLD.difference, OLD.plan) OR
             (OLD.revoked_by IS NOT NULL AND (NEW.revoked_by, NEW.revoked_by_person, NEW.revoked_at, NEW.revocation)
              IS DISTINCT FROM (OLD.revoked_by, OLD.revoked_by_person, OLD.revoked_at, OLD.revocation)) THEN
            RAISE EXCEPTION 'a decision never changes, it is amended by another' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NEW.amends_id IS NOT NULL AND OLD.status = 'proposed' AND NEW.status = 'approved' AND NOT EXISTS (
              SELECT FROM decisions WHERE id = NEW.amends_id AND status = 'superseded') THEN
            RAISE EXCEPTION 'an amendment supersedes what it amends' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF OLD.status = 'approved' AND NEW.status = 'revoked' THEN
            IF EXISTS (SELECT FROM assessments WHERE application_id = NEW.application_id AND person_id = NEW.revoked_by_person)
              OR EXISTS (SELECT FROM judgements WHERE application_id = NEW.application_id AND person_id = NEW.revoked_by_person) THEN
              RAISE EXCEPTION 'who assessed the case does not revoke its decision'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_four_eyes';
            END IF;
            IF has_interest(NEW.application_id, NEW.revoked_by_person) THEN
              RAISE EXCEPTION 'somebody with an interest acts in the case'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_no_interest';
            END IF;
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER amended_lawfully BEFORE INSERT OR UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION must_amend_lawfully();

      -- Paid is never more than granted over all decisions of a case (I1): what earlier ones have paid of a year counts.
      CREATE FUNCTION must_be_payable_in_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE granted bigint; planned bigint;
        BEGIN
          SELECT amount INTO granted FROM decision_years WHERE id = NEW.decision_year_id FOR UPDATE;
          SELECT coalesce(sum(p.amount), 0) INTO planned FROM decisions own JOIN decisions d USING (application_id)
            JOIN payments p ON p.decision_id = d.id
            WHERE own.id = NEW.decision_id AND p.year = NEW.year AND p.status NOT IN ('cancelled', 'bounced');
          IF planned + NEW.amount > granted THEN
            RAISE EXCEPTION 'payments of a year exceed what was granted' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER payable_in_case BEFORE INSERT ON payments FOR EACH ROW EXECUTE FUNCTION must_be_payable_in_case();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER payable_in_case ON payments;
      DROP TRIGGER amended_lawfully ON decisions;
      DROP FUNCTION must_be_payable_in_case, must_amend_lawfully;
      DELETE FROM lifecycle_edges WHERE (subject, from_status, to_status) IN (('application', 'decided', 'decided'),
        ('report', 'upcoming', 'upcoming'), ('report', 'submitted', 'submitted'), ('report', 'upcoming', 'cancelled'),
        ('report', 'open', 'cancelled'), ('report', 'completionRequested', 'cancelled'));
      DROP INDEX decisions_proposed, decisions_in_force;
      CREATE UNIQUE INDEX decisions_live ON decisions (application_id) WHERE status IN ('proposed', 'approved');
      ALTER TABLE decisions DROP COLUMN amends_id, DROP COLUMN requested_by, DROP COLUMN difference, DROP COLUMN plan,
        DROP COLUMN revoked_by, DROP COLUMN revoked_by_person, DROP COLUMN revoked_at, DROP COLUMN revocation;
    `);
  }
}
