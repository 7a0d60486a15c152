import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions with a sum per year. Four eyes are kept here too: about persons, not accounts. */
export class CreateDecisions1790000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE decisions (
        id uuid NOT NULL CONSTRAINT decisions_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        organisation_id uuid NOT NULL,
        application_id uuid NOT NULL,
        appropriation_id uuid,
        outcome text NOT NULL,
        reasons text NOT NULL,
        conditions jsonb NOT NULL,
        reports_due jsonb NOT NULL,
        instalments jsonb NOT NULL,
        evidence jsonb NOT NULL,
        prepared_by uuid NOT NULL,
        prepared_by_person uuid NOT NULL,
        proposed_at timestamptz(3) NOT NULL,
        decided_by uuid,
        decided_by_person uuid,
        decided_at timestamptz(3),
        return_note text,
        CONSTRAINT decisions_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT decisions_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT decisions_appropriation FOREIGN KEY (appropriation_id) REFERENCES appropriations (id),
        CONSTRAINT decisions_outcome CHECK (outcome IN ('approve', 'reject', 'dismiss', 'discontinue')),
        CONSTRAINT decisions_four_eyes CHECK (decided_by_person <> prepared_by_person),
        CONSTRAINT decisions_decided CHECK (status NOT IN ('approved', 'superseded', 'revoked') OR decided_by_person IS NOT NULL)
      );
      CREATE UNIQUE INDEX decisions_live ON decisions (application_id) WHERE status IN ('proposed', 'approved');
      CREATE INDEX decisions_recent ON decisions (proposed_at DESC, id DESC);
      CREATE INDEX decisions_of_organisation ON decisions (organisation_id);

      CREATE TABLE decision_years (
        id uuid NOT NULL CONSTRAINT decision_years_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        organisation_id uuid NOT NULL,
        decision_id uuid NOT NULL,
        appropriation_id uuid NOT NULL,
        year integer NOT NULL,
        amount bigint NOT NULL,
        CONSTRAINT decision_years_decision FOREIGN KEY (decision_id) REFERENCES decisions (id),
        CONSTRAINT decision_years_appropriation FOREIGN KEY (appropriation_id) REFERENCES appropriations (id),
        CONSTRAINT decision_years_amount CHECK (amount BETWEEN 0 AND 1000000000000)
      );
      CREATE UNIQUE INDEX decision_years_year ON decision_years (decision_id, year);

      INSERT INTO lifecycle_initial VALUES ('decision', 'proposed'), ('decisionYear', 'conditional');
      INSERT INTO lifecycle_edges VALUES
        ('decision', 'proposed', 'approved'), ('decision', 'proposed', 'returned'), ('decision', 'approved', 'approved'),
        ('decision', 'approved', 'superseded'), ('decision', 'approved', 'revoked'),
        ('decisionYear', 'conditional', 'firm'), ('decisionYear', 'conditional', 'lapsed');
      CALL guard_lifecycle('decisions', 'decision');
      CALL guard_lifecycle('decision_years', 'decisionYear');

      -- What was decided stands; who prepared or assessed the case, or has an interest in it, does not decide it (I9).
      CREATE FUNCTION must_be_decided_by_another() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF (NEW.outcome, NEW.reasons, NEW.conditions, NEW.reports_due, NEW.instalments, NEW.evidence, NEW.application_id,
              NEW.organisation_id, NEW.prepared_by, NEW.prepared_by_person) IS DISTINCT FROM
             (OLD.outcome, OLD.reasons, OLD.conditions, OLD.reports_due, OLD.instalments, OLD.evidence, OLD.application_id,
              OLD.organisation_id, OLD.prepared_by, OLD.prepared_by_person) OR
             (OLD.decided_by IS NOT NULL AND (NEW.decided_by, NEW.decided_by_person, NEW.decided_at)
              IS DISTINCT FROM (OLD.decided_by, OLD.decided_by_person, OLD.decided_at)) THEN
            RAISE EXCEPTION 'a decision never changes, it is amended by another' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF OLD.status = 'proposed' AND NEW.status = 'approved' THEN
            IF EXISTS (SELECT FROM assessments WHERE application_id = NEW.application_id AND person_id = NEW.decided_by_person) THEN
              RAISE EXCEPTION 'who assessed the case does not decide it'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_four_eyes';
            END IF;
            IF has_interest(NEW.application_id, NEW.decided_by_person) OR has_interest(NEW.application_id, NEW.prepared_by_person) THEN
              RAISE EXCEPTION 'somebody with an interest acts in the case'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_no_interest';
            END IF;
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER decided_by_another BEFORE UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION must_be_decided_by_another();
      CREATE FUNCTION must_keep_decided_sum() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (NEW.decision_id, NEW.year, NEW.amount, NEW.organisation_id) IS DISTINCT FROM
             (OLD.decision_id, OLD.year, OLD.amount, OLD.organisation_id) THEN
            RAISE EXCEPTION 'the sum of a decided year never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER decided_sum BEFORE UPDATE ON decision_years FOR EACH ROW EXECUTE FUNCTION must_keep_decided_sum();

      -- A recipient sees what was decided, not what was proposed.
      CALL guard_rows('decisions', 'status IN (''approved'', ''superseded'', ''revoked'')');
      CALL guard_rows('decision_years', 'EXISTS (SELECT FROM decisions d WHERE d.id = decision_id
        AND d.status IN (''approved'', ''superseded'', ''revoked''))');
      GRANT SELECT, INSERT, UPDATE ON decisions, decision_years TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE decision_years, decisions;
      DROP FUNCTION must_be_decided_by_another, must_keep_decided_sum;
      DELETE FROM lifecycle_edges WHERE subject IN ('decision', 'decisionYear');
      DELETE FROM lifecycle_initial WHERE subject IN ('decision', 'decisionYear');
    `);
  }
}
