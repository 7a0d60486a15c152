import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appropriation letters that were amended during the year: each is added to what was, and none is changed. */
export class AmendAppropriations1790000020200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE appropriation_amendments (
        id uuid NOT NULL CONSTRAINT appropriation_amendments_pk PRIMARY KEY,
        version bigint NOT NULL,
        appropriation_id uuid NOT NULL,
        number integer NOT NULL,
        letter_reference text NOT NULL,
        decided_on date NOT NULL,
        reason text NOT NULL,
        amount_before bigint NOT NULL,
        amount_after bigint NOT NULL,
        commitment_limit_before bigint NOT NULL,
        commitment_limit_after bigint NOT NULL,
        amended_by uuid NOT NULL,
        amended_at timestamptz(3) NOT NULL,
        CONSTRAINT appropriation_amendments_appropriation FOREIGN KEY (appropriation_id) REFERENCES appropriations (id),
        CONSTRAINT appropriation_amendments_sums CHECK (amount_before BETWEEN 0 AND 1000000000000
          AND amount_after BETWEEN 0 AND 1000000000000 AND commitment_limit_before BETWEEN 0 AND 1000000000000
          AND commitment_limit_after BETWEEN 0 AND 1000000000000),
        CONSTRAINT appropriation_amendments_change CHECK (amount_before <> amount_after
          OR commitment_limit_before <> commitment_limit_after)
      );
      -- Two at once take turns by the funds' locks; whatever is forgotten, no number is given twice.
      CREATE UNIQUE INDEX appropriation_amendments_number ON appropriation_amendments (appropriation_id, number);
      CALL guard_audit('appropriation_amendments', 'appropriationAmendment');

      -- An amendment says what the ledger then holds: it and its posting are one act.
      CREATE FUNCTION must_be_adjusted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF (SELECT coalesce(-sum(e.amount) FILTER (WHERE e.fund = 'appropriation'), 0) = NEW.amount_after - NEW.amount_before
                AND coalesce(-sum(e.amount) FILTER (WHERE e.fund = 'commitmentLimit'), 0)
                  = NEW.commitment_limit_after - NEW.commitment_limit_before
              FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
              WHERE t.subject_id = NEW.id AND t.act = 'adjust' AND e.account = 'source'
                AND e.appropriation_id = NEW.appropriation_id) IS NOT TRUE THEN
            RAISE EXCEPTION 'an amendment of an appropriation is posted with it'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER adjusted AFTER INSERT ON appropriation_amendments DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION must_be_adjusted();

      -- Adds to the view as it stands.
      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), '; ')
          || ' UNION ALL SELECT ''appropriationAmendment''::text, id, version FROM appropriation_amendments';
      END $$;
      GRANT SELECT, INSERT ON appropriation_amendments TO medel_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What a letter has amended is not thrown away');
  }
}
