import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seals over the heads of the audit chains, signed outside the database. An event tells from now on which transaction wrote
 * it, so that a seal takes only what is older than the oldest that still runs, and its hash covers its organisation. Events
 * of before have no `tx` and keep the hash that they have.
 */
export class SealAuditChains1790000036300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit_events ADD COLUMN tx bigint;
      -- Transactions come in the order of their rows, nearly: a few pages tell where one is, and writers pay nothing.
      CREATE INDEX audit_events_tx ON audit_events USING brin (tx) WITH (pages_per_range = 16, autosummarize = on);

      -- SHA-256 over the previous hash and the event, one field a line; data last, since only it may have lines of its own.
      CREATE FUNCTION audit_hash(previous bytea, subject_type text, subject_id uuid, seq bigint, action text,
          actor_id uuid, actor_person uuid, at timestamptz, organisation_id uuid, data json) RETURNS bytea
        LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT sha256(convert_to(concat_ws(E'\\n', encode(previous, 'hex'), subject_type, subject_id, seq, action,
             actor_id, actor_person, audit_time(at), coalesce(organisation_id::text, '-'), data::text), 'UTF8')) $$;

      CREATE OR REPLACE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE last record;
        BEGIN
          SELECT seq, hash INTO last FROM audit_events
            WHERE subject_type = NEW.subject_type AND subject_id = NEW.subject_id ORDER BY seq DESC LIMIT 1;
          IF NEW.seq <> coalesce(last.seq, 0) + 1 THEN
            RAISE EXCEPTION 'audit chain of % % has no gap: expected %, got %', NEW.subject_type, NEW.subject_id,
              coalesce(last.seq, 0) + 1, NEW.seq USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          NEW.tx := pg_current_xact_id()::text::bigint;
          NEW.previous_hash := coalesce(last.hash, ''::bytea);
          NEW.hash := audit_hash(NEW.previous_hash, NEW.subject_type, NEW.subject_id, NEW.seq, NEW.action,
            NEW.actor_id, NEW.actor_person, NEW.at, NEW.organisation_id, NEW.data);
          RETURN NEW;
        END $$;

      CREATE TABLE audit_seals (
        number bigint PRIMARY KEY CHECK (number > 0),
        at timestamptz(3) NOT NULL,
        -- The oldest transaction that ran: all before it are sealed, here or in an earlier seal.
        settled bigint NOT NULL,
        public_key bytea NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
        signature bytea NOT NULL CHECK (length(signature) = 64)
      );
      CREATE TABLE audit_seal_heads (
        seal bigint NOT NULL REFERENCES audit_seals (number),
        place integer NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (seal, place),
        CONSTRAINT audit_seal_heads_once UNIQUE (subject_type, subject_id, seq)
      );
      -- What of a seal is told where the head itself is not: nobody finds the head from it.
      CREATE FUNCTION audit_leaf(subject_type text, subject_id uuid, seq bigint, hash bytea) RETURNS bytea
        LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT sha256(convert_to(concat_ws(E'\\n', subject_type, subject_id, seq, encode(hash, 'hex')), 'UTF8')) $$;

      CALL guard_rows('audit_seals', NULL);
      CALL guard_rows('audit_seal_heads', NULL);
      GRANT SELECT, INSERT ON audit_seals, audit_seal_heads TO medel_app;
      CREATE FUNCTION must_stay_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '%: a seal never changes', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
        END $$;
      CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
        FOR EACH STATEMENT EXECUTE FUNCTION must_stay_sealed();
      CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal_heads
        FOR EACH STATEMENT EXECUTE FUNCTION must_stay_sealed();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Events that were hashed with their organisation have no place in what was before');
  }
}
