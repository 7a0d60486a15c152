import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody at the agency has seen proof of. Added to and never changed: a later row of the same proof replaces it. */
export class ProveCoFinancing1790000021100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE co_financing_proofs (
        id uuid NOT NULL CONSTRAINT co_financing_proofs_pk PRIMARY KEY,
        decision_id uuid NOT NULL,
        application_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        year integer NOT NULL,
        source text NOT NULL,
        kind text NOT NULL,
        reference text NOT NULL,
        amount bigint NOT NULL,
        user_id uuid NOT NULL,
        person_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT co_financing_proofs_decision FOREIGN KEY (decision_id) REFERENCES decisions (id),
        CONSTRAINT co_financing_proofs_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT co_financing_proofs_source CHECK (source IN ('own', 'otherRecipient', 'private', 'otherStateGrant')),
        CONSTRAINT co_financing_proofs_kind CHECK (kind IN ('accounts', 'certificate', 'agreement', 'auditorsReport')),
        CONSTRAINT co_financing_proofs_amount CHECK (amount BETWEEN 0 AND 1000000000000)
      );
      CREATE INDEX co_financing_proofs_case ON co_financing_proofs (application_id, recorded_at);
      CREATE INDEX co_financing_proofs_of_decision ON co_financing_proofs (decision_id);

      -- Nobody with a declared interest acts in the case (I9), and proof is of the decision in force.
      CREATE FUNCTION must_prove_lawfully() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF has_interest(NEW.application_id, NEW.person_id) THEN
            RAISE EXCEPTION 'somebody with an interest acts in the case'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'co_financing_proofs_no_interest';
          END IF;
          IF NOT EXISTS (SELECT FROM decisions WHERE id = NEW.decision_id AND application_id = NEW.application_id
              AND organisation_id = NEW.organisation_id AND status = 'approved') THEN
            RAISE EXCEPTION 'proof is of the decision in force' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER proven_lawfully BEFORE INSERT ON co_financing_proofs FOR EACH ROW EXECUTE FUNCTION must_prove_lawfully();

      CALL guard_rows('co_financing_proofs', 'true');
      GRANT SELECT, INSERT ON co_financing_proofs TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE co_financing_proofs; DROP FUNCTION must_prove_lawfully;`);
  }
}
