import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers' judgements of findings, with their motives: evidence that is added to and never changed. */
export class KeepJudgements1790000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE judgements (
        id uuid NOT NULL CONSTRAINT judgements_pk PRIMARY KEY,
        application_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        user_id uuid NOT NULL,
        person_id uuid NOT NULL,
        finding_code text NOT NULL,
        path text,
        computed text NOT NULL,
        outcome text NOT NULL,
        motive text NOT NULL,
        finding jsonb NOT NULL,
        judged_at timestamptz(3) NOT NULL,
        CONSTRAINT judgements_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT judgements_computed CHECK (computed IN ('met', 'notMet', 'needsJudgement')),
        CONSTRAINT judgements_outcome CHECK (outcome IN ('met', 'notMet')),
        CONSTRAINT judgements_motive CHECK (length(btrim(motive)) > 0)
      );
      CREATE INDEX judgements_case ON judgements (application_id, judged_at);

      -- Nobody with a declared interest judges (I9), and nothing is judged but in assessment.
      CREATE FUNCTION must_judge_lawfully() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF has_interest(NEW.application_id, NEW.person_id) THEN
            RAISE EXCEPTION 'somebody with an interest acts in the case'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'judgements_no_interest';
          END IF;
          IF NOT EXISTS (SELECT FROM applications WHERE id = NEW.application_id
              AND organisation_id = NEW.organisation_id AND status = 'underAssessment') THEN
            RAISE EXCEPTION 'a finding is judged while its case is under assessment'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER judged_lawfully BEFORE INSERT ON judgements FOR EACH ROW EXECUTE FUNCTION must_judge_lawfully();

      -- Who judged a finding has prepared the case, and does not decide it (I9).
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

      -- What an officer has answered with met, whoever asks: a recipient who completes is not refused for it, though the
      -- motive is not the recipient's to read before the decision.
      CREATE FUNCTION excused_findings(application uuid)
        RETURNS TABLE (finding_code text, path text, computed text, judged_by uuid, judged_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT finding_code, path, computed, user_id, judged_at FROM (
          SELECT DISTINCT ON (j.finding_code, j.path, j.computed) j.* FROM judgements j
          WHERE j.application_id = application
          ORDER BY j.finding_code, j.path, j.computed, j.judged_at DESC, j.id DESC) latest
        WHERE outcome = 'met' $$;

      -- The motive is a reason of the decision (förvaltningslagen 32 §): the recipient reads it when it is decided.
      CALL guard_rows('judgements', 'EXISTS (SELECT FROM decisions d WHERE d.application_id = judgements.application_id
        AND d.status IN (''approved'', ''superseded'', ''revoked''))');
      GRANT SELECT, INSERT ON judgements TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER decided_by_another_than_judged ON decisions;
      DROP FUNCTION must_not_decide_own_judgement, excused_findings;
      DROP TABLE judgements;
      DROP FUNCTION must_judge_lawfully;
    `);
  }
}
