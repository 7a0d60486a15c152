import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the agency writes to a recipient: ordered by the act, sealed once with the checksum of its file. */
export class CreateLetters1790000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letters (
        id uuid NOT NULL CONSTRAINT letters_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        kind text NOT NULL,
        organisation_id uuid NOT NULL,
        application_id uuid NOT NULL,
        decision_id uuid,
        recovery_id uuid,
        facts jsonb NOT NULL,
        ordered_by uuid NOT NULL,
        ordered_at timestamptz(3) NOT NULL,
        document jsonb,
        blocks text[],
        file_key text,
        sha256 text,
        size integer,
        sealed_at timestamptz(3),
        CONSTRAINT letters_decision FOREIGN KEY (decision_id) REFERENCES decisions (id),
        CONSTRAINT letters_recovery FOREIGN KEY (recovery_id) REFERENCES recoveries (id),
        CONSTRAINT letters_ordered_by FOREIGN KEY (ordered_by) REFERENCES users (id),
        CONSTRAINT letters_kind CHECK (kind IN ('approval', 'partialApproval', 'rejection', 'dismissal', 'discontinuation',
          'amendment', 'revocation', 'completionRequest', 'delayNotice', 'recoveryDemand')),
        CONSTRAINT letters_sealed CHECK (num_nonnulls(document, blocks, file_key, sha256, size, sealed_at)
          = CASE WHEN status = 'sealed' THEN 6 ELSE 0 END),
        CONSTRAINT letters_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$')
      );
      CREATE INDEX letters_of_application ON letters (application_id, ordered_at);
      -- An act has one letter: a decision is made once, and revoked once.
      CREATE UNIQUE INDEX letters_of_decision ON letters (decision_id, kind) WHERE decision_id IS NOT NULL;
      CREATE UNIQUE INDEX letters_of_recovery ON letters (recovery_id, kind) WHERE recovery_id IS NOT NULL;
      CREATE INDEX letters_waiting ON letters (ordered_at) WHERE status = 'ordered';

      INSERT INTO lifecycle_initial VALUES ('letter', 'ordered');
      INSERT INTO lifecycle_edges VALUES ('letter', 'ordered', 'sealed');
      CALL guard_lifecycle('letters', 'letter');

      -- What was ordered stands, and what is sealed stands.
      CREATE FUNCTION must_keep_letter() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF OLD.status = 'sealed' OR (NEW.kind, NEW.organisation_id, NEW.application_id, NEW.decision_id, NEW.recovery_id, NEW.facts,
              NEW.ordered_by, NEW.ordered_at) IS DISTINCT FROM (OLD.kind, OLD.organisation_id, OLD.application_id, OLD.decision_id,
              OLD.recovery_id, OLD.facts, OLD.ordered_by, OLD.ordered_at) THEN
            RAISE EXCEPTION 'a letter never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      -- Named to be asked after the trigger lifecycle: whether there is such a step comes first.
      CREATE TRIGGER unchanged BEFORE UPDATE ON letters FOR EACH ROW EXECUTE FUNCTION must_keep_letter();

      -- Looked for without a lock, as a foreign key would take one: who decides a recovery does not hold the case, and whoever
      -- amends its decision holds the case when it comes to the recovery.
      -- The case, the decision and the recovery of a letter are one recipient's.
      CREATE FUNCTION must_be_letter_of_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM applications WHERE id = NEW.application_id AND organisation_id = NEW.organisation_id)
              OR (NEW.decision_id IS NOT NULL AND NOT EXISTS (SELECT FROM decisions
                WHERE id = NEW.decision_id AND application_id = NEW.application_id))
              OR (NEW.recovery_id IS NOT NULL AND NOT EXISTS (SELECT FROM recoveries r JOIN decisions d ON d.id = r.decision_id
                WHERE r.id = NEW.recovery_id AND d.application_id = NEW.application_id)) THEN
            RAISE EXCEPTION 'a letter is of one case' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER of_case BEFORE INSERT ON letters FOR EACH ROW EXECUTE FUNCTION must_be_letter_of_case();

      -- A recipient sees a letter when it is one.
      CALL guard_rows('letters', 'status = ''sealed''');
      GRANT SELECT, INSERT, UPDATE ON letters TO medel_app;

      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), '; ')
          || ' UNION ALL SELECT ''letter''::text, id, version FROM letters';
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was written to a recipient is not thrown away');
  }
}
