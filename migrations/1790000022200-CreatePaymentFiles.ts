import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bank is asked to pay, and what it says of it. */
export class CreatePaymentFiles1790000022200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payment_files (
        id uuid NOT NULL CONSTRAINT payment_files_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        message_id text NOT NULL,
        payer jsonb NOT NULL,
        payment_count integer NOT NULL,
        control_sum bigint NOT NULL,
        requested_by uuid NOT NULL,
        requested_by_person uuid NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        content bytea,
        sha256 text,
        made_at timestamptz(3),
        CONSTRAINT payment_files_requested_by FOREIGN KEY (requested_by) REFERENCES users (id),
        CONSTRAINT payment_files_count CHECK (payment_count BETWEEN 1 AND 1000),
        CONSTRAINT payment_files_ready CHECK ((status = 'ready') = (content IS NOT NULL)),
        CONSTRAINT payment_files_content CHECK (sha256 IS NOT DISTINCT FROM encode(sha256(content), 'hex'))
      );
      CREATE UNIQUE INDEX payment_files_message ON payment_files (message_id);
      CREATE INDEX payment_files_recent ON payment_files (requested_at DESC, id DESC);

      -- A payment stands in one file, once: its id is the key. What bounced is planned again as another payment.
      CREATE TABLE payment_file_lines (
        payment_id uuid NOT NULL CONSTRAINT payment_file_lines_pk PRIMARY KEY,
        payment_file_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        number integer NOT NULL,
        end_to_end_id text NOT NULL,
        amount bigint NOT NULL,
        execute_on date NOT NULL,
        payee text NOT NULL,
        account_id uuid NOT NULL,
        account jsonb NOT NULL,
        text text NOT NULL,
        CONSTRAINT payment_file_lines_payment FOREIGN KEY (payment_id) REFERENCES payments (id),
        CONSTRAINT payment_file_lines_file FOREIGN KEY (payment_file_id) REFERENCES payment_files (id),
        CONSTRAINT payment_file_lines_account FOREIGN KEY (account_id) REFERENCES payee_accounts (id),
        CONSTRAINT payment_file_lines_amount CHECK (amount BETWEEN 1 AND 1000000000000)
      );
      CREATE UNIQUE INDEX payment_file_lines_end_to_end ON payment_file_lines (end_to_end_id);
      CREATE UNIQUE INDEX payment_file_lines_number ON payment_file_lines (payment_file_id, number);
      CREATE INDEX payment_file_lines_of_account ON payment_file_lines (account_id);

      -- Every notice of the bank as it came, with what each of its rows came to.
      CREATE TABLE payment_settlements (
        id uuid NOT NULL CONSTRAINT payment_settlements_pk PRIMARY KEY,
        payment_file_id uuid NOT NULL,
        kind text NOT NULL,
        message_id text,
        content bytea NOT NULL,
        sha256 text NOT NULL,
        rows jsonb NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz(3) NOT NULL,
        CONSTRAINT payment_settlements_file FOREIGN KEY (payment_file_id) REFERENCES payment_files (id),
        CONSTRAINT payment_settlements_kind CHECK (kind IN ('camt.054', 'pain.002')),
        CONSTRAINT payment_settlements_content CHECK (sha256 = encode(sha256(content), 'hex'))
      );
      -- The same notice twice is one.
      CREATE UNIQUE INDEX payment_settlements_once ON payment_settlements (payment_file_id, sha256);

      INSERT INTO lifecycle_initial VALUES ('paymentFile', 'queued');
      INSERT INTO lifecycle_edges VALUES ('paymentFile', 'queued', 'ready'), ('paymentFile', 'ready', 'ready');
      CALL guard_lifecycle('payment_files', 'paymentFile');

      -- The content is fixed once it is made, and the rest from the beginning.
      CREATE FUNCTION must_keep_payment_file() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (NEW.message_id, NEW.payer, NEW.payment_count, NEW.control_sum, NEW.requested_by, NEW.requested_at) IS DISTINCT FROM
              (OLD.message_id, OLD.payer, OLD.payment_count, OLD.control_sum, OLD.requested_by, OLD.requested_at)
              OR (OLD.content IS NOT NULL AND (NEW.content, NEW.sha256, NEW.made_at) IS DISTINCT FROM (OLD.content, OLD.sha256, OLD.made_at)) THEN
            RAISE EXCEPTION 'a payment file never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER kept BEFORE UPDATE ON payment_files FOR EACH ROW EXECUTE FUNCTION must_keep_payment_file();

      -- Lines come with their file and never after it, of attested payments, each with the sum that was attested.
      CREATE FUNCTION must_be_sendable() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM payment_files f WHERE f.id = NEW.payment_file_id AND f.status = 'queued' AND f.version = 1
              AND f.xmin::text = (pg_current_xact_id()::xid)::text) THEN
            RAISE EXCEPTION 'lines are written with their file' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NOT EXISTS (SELECT FROM payments p WHERE p.id = NEW.payment_id AND p.status = 'attested'
              AND (p.amount - p.set_off, p.organisation_id) = (NEW.amount, NEW.organisation_id)) THEN
            RAISE EXCEPTION 'a line pays what was attested' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NOT EXISTS (SELECT FROM payee_accounts a WHERE a.id = NEW.account_id AND a.organisation_id = NEW.organisation_id
              AND a.status = 'approved' AND a.usable_from <= (now() AT TIME ZONE 'Europe/Stockholm')::date) THEN
            RAISE EXCEPTION 'money is sent to an approved account' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER sendable BEFORE INSERT ON payment_file_lines FOR EACH ROW EXECUTE FUNCTION must_be_sendable();

      -- A payment is sent by its line in a file that is made.
      CREATE FUNCTION must_be_in_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NEW.status = 'sent' AND NEW.set_off < NEW.amount AND NOT EXISTS (SELECT FROM payment_file_lines l
              JOIN payment_files f ON f.id = l.payment_file_id WHERE l.payment_id = NEW.id AND f.id = NEW.payment_file_id
              AND f.status = 'ready' AND l.amount = NEW.amount - NEW.set_off) THEN
            RAISE EXCEPTION 'a payment is sent by its line in a file' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER in_file AFTER UPDATE ON payments DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION must_be_in_file();
      ALTER TABLE payments ADD CONSTRAINT payments_payment_file FOREIGN KEY (payment_file_id) REFERENCES payment_files (id);

      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), '; ')
          || ' UNION ALL SELECT ''paymentFile''::text, id, version FROM payment_files';
      END $$;

      -- The agency's own: a recipient sees what became of its payments on the payments.
      CALL guard_rows('payment_files', NULL);
      CALL guard_rows('payment_file_lines', NULL);
      CALL guard_rows('payment_settlements', NULL);
      GRANT SELECT, INSERT, UPDATE ON payment_files TO medel_app;
      GRANT SELECT, INSERT ON payment_file_lines, payment_settlements TO medel_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What the bank was asked to pay is not thrown away');
  }
}
