import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where recipients are paid: one person proposes an account, another approves it. */
export class CreatePayeeAccounts1790000022100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payee_accounts (
        id uuid NOT NULL CONSTRAINT payee_accounts_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        organisation_id uuid NOT NULL,
        kind text NOT NULL,
        number text NOT NULL,
        bic text,
        reason text NOT NULL,
        proposed_by uuid NOT NULL,
        proposed_by_person uuid NOT NULL,
        proposed_at timestamptz(3) NOT NULL,
        approved_by uuid,
        approved_by_person uuid,
        approved_at timestamptz(3),
        usable_from date,
        note text,
        CONSTRAINT payee_accounts_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT payee_accounts_kind CHECK (kind IN ('bankgiro', 'plusgiro', 'iban')),
        CONSTRAINT payee_accounts_four_eyes CHECK (approved_by_person <> proposed_by_person),
        CONSTRAINT payee_accounts_approved CHECK (status NOT IN ('approved', 'stopped') OR (approved_by_person IS NOT NULL AND usable_from IS NOT NULL))
      );
      -- One change at a time: who approves knows what it is that is changed.
      CREATE UNIQUE INDEX payee_accounts_proposed ON payee_accounts (organisation_id) WHERE status = 'proposed';
      CREATE INDEX payee_accounts_of_organisation ON payee_accounts (organisation_id, approved_at);

      INSERT INTO lifecycle_initial VALUES ('payeeAccount', 'proposed');
      INSERT INTO lifecycle_edges VALUES
        ('payeeAccount', 'proposed', 'approved'), ('payeeAccount', 'proposed', 'rejected'),
        ('payeeAccount', 'proposed', 'withdrawn'), ('payeeAccount', 'approved', 'stopped');
      CALL guard_lifecycle('payee_accounts', 'payeeAccount');

      -- What was proposed is what is approved, and how long a change waits is not for the runtime role to shorten.
      CREATE FUNCTION must_keep_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE earliest date;
        BEGIN
          IF (NEW.organisation_id, NEW.kind, NEW.number, NEW.bic, NEW.proposed_by_person)
              IS DISTINCT FROM (OLD.organisation_id, OLD.kind, OLD.number, OLD.bic, OLD.proposed_by_person) THEN
            RAISE EXCEPTION 'a proposed account never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF OLD.status <> 'proposed' AND (NEW.usable_from, NEW.approved_by_person, NEW.approved_at)
              IS DISTINCT FROM (OLD.usable_from, OLD.approved_by_person, OLD.approved_at) THEN
            RAISE EXCEPTION 'an approved account never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NEW.status = 'approved' AND OLD.status = 'proposed' THEN
            SELECT CASE WHEN EXISTS (SELECT FROM payee_accounts a WHERE a.organisation_id = NEW.organisation_id
              AND a.status IN ('approved', 'stopped')) THEN 7 ELSE 0 END
              + (NEW.approved_at AT TIME ZONE 'Europe/Stockholm')::date INTO earliest;
            IF NEW.usable_from < earliest THEN
              RAISE EXCEPTION 'a change of account waits' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER kept BEFORE UPDATE ON payee_accounts FOR EACH ROW EXECUTE FUNCTION must_keep_account();

      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), '; ')
          || ' UNION ALL SELECT ''payeeAccount''::text, id, version FROM payee_accounts';
      END $$;

      CALL guard_rows('payee_accounts', 'true');
      GRANT SELECT, INSERT, UPDATE ON payee_accounts TO medel_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Where money was sent is not thrown away');
  }
}
