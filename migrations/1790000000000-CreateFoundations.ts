import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Row scope, audit chains, outbox, idempotency keys and the check that every lifecycle step is one that exists. */
export class CreateFoundations1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT USAGE ON SCHEMA public TO medel_app;

      -- Scope: 'all' for the agency, 'own' for one organisation. Nothing set sees nothing.
      CREATE FUNCTION sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT current_setting('medel.scope', true) = 'all' $$;
      CREATE FUNCTION own_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT CASE WHEN current_setting('medel.scope', true) = 'own'
             THEN nullif(current_setting('medel.organisation', true), '')::uuid END $$;

      -- The time of an audit event as text, the same in the database and in any verifier outside it.
      CREATE FUNCTION audit_time(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

      CREATE TABLE audit_events (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        seq bigint NOT NULL,
        organisation_id uuid,
        action text NOT NULL,
        actor_id uuid NOT NULL,
        actor_person uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        data json NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT audit_events_chain UNIQUE (subject_type, subject_id, seq)
      );
      CREATE INDEX audit_events_subject ON audit_events (subject_id, id);
      CREATE INDEX audit_events_actor ON audit_events (actor_id, id);
      CREATE INDEX audit_events_at ON audit_events (at);

      -- SHA-256 over the previous hash and the event, one field a line.
      CREATE FUNCTION audit_hash(previous bytea, subject_type text, subject_id uuid, seq bigint, action text,
          actor_id uuid, actor_person uuid, at timestamptz, data json) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        $$ SELECT sha256(convert_to(concat_ws(E'\\n', encode(previous, 'hex'), subject_type, subject_id, seq, action,
             actor_id, actor_person, audit_time(at), data::text), 'UTF8')) $$;

      CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE last record;
        BEGIN
          SELECT seq, hash INTO last FROM audit_events
            WHERE subject_type = NEW.subject_type AND subject_id = NEW.subject_id ORDER BY seq DESC LIMIT 1;
          IF NEW.seq <> coalesce(last.seq, 0) + 1 THEN
            RAISE EXCEPTION 'audit chain of % % has no gap: expected %, got %', NEW.subject_type, NEW.subject_id,
              coalesce(last.seq, 0) + 1, NEW.seq USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          NEW.previous_hash := coalesce(last.hash, ''::bytea);
          NEW.hash := audit_hash(NEW.previous_hash, NEW.subject_type, NEW.subject_id, NEW.seq, NEW.action,
            NEW.actor_id, NEW.actor_person, NEW.at, NEW.data);
          RETURN NEW;
        END $$;
      CREATE TRIGGER audit_chain BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION audit_chain();

      ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audit_events FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON audit_events TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY agency ON audit_events FOR SELECT TO medel_app
        USING ((SELECT sees_all()) OR organisation_id = (SELECT own_organisation()));
      CREATE POLICY append ON audit_events FOR INSERT TO medel_app WITH CHECK (true);
      GRANT SELECT, INSERT ON audit_events TO medel_app;

      -- Every change of a row has exactly one audit event: its version is the length of its chain.
      CREATE FUNCTION must_be_audited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF TG_OP = 'UPDATE' AND NEW.version <> OLD.version + 1 THEN
            RAISE EXCEPTION '%: every change adds one to the version', TG_TABLE_NAME
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NOT EXISTS (SELECT FROM audit_events
              WHERE subject_type = TG_ARGV[0] AND subject_id = NEW.id AND seq = NEW.version) THEN
            RAISE EXCEPTION '%: version % has no audit event', TG_TABLE_NAME, NEW.version
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;

      -- The steps of every lifecycle. A test holds them against libs/domain.
      CREATE TABLE lifecycle_edges (
        subject text NOT NULL, from_status text NOT NULL, to_status text NOT NULL,
        PRIMARY KEY (subject, from_status, to_status)
      );
      CREATE TABLE lifecycle_initial (subject text PRIMARY KEY, status text NOT NULL);
      GRANT SELECT ON lifecycle_edges, lifecycle_initial TO medel_app;

      CREATE FUNCTION must_follow_lifecycle() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            IF NOT EXISTS (SELECT FROM lifecycle_initial WHERE subject = TG_ARGV[0] AND status = NEW.status) THEN
              RAISE EXCEPTION '% does not begin as %', TG_ARGV[0], NEW.status USING ERRCODE = 'integrity_constraint_violation';
            END IF;
          ELSIF NOT EXISTS (SELECT FROM lifecycle_edges
              WHERE subject = TG_ARGV[0] AND from_status = OLD.status AND to_status = NEW.status) THEN
            RAISE EXCEPTION '% has no step from % to %', TG_ARGV[0], OLD.status, NEW.status
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;

      -- Content is edited where the lifecycle says so, and is fixed once it was submitted.
      CREATE FUNCTION must_keep_submitted_content() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.content IS DISTINCT FROM OLD.content AND NOT OLD.status = ANY (TG_ARGV) THEN
            RAISE EXCEPTION '%: submitted content never changes', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;

      -- Puts a table with a lifecycle under version, audit and lifecycle.
      CREATE PROCEDURE guard_lifecycle(target regclass, subject text) LANGUAGE plpgsql AS $$
        BEGIN
          EXECUTE format('CREATE TRIGGER lifecycle BEFORE INSERT OR UPDATE ON %s FOR EACH ROW
            EXECUTE FUNCTION must_follow_lifecycle(%L)', target, subject);
          CALL guard_audit(target, subject);
        END $$;
      CREATE PROCEDURE guard_audit(target regclass, subject text) LANGUAGE plpgsql AS $$
        BEGIN
          EXECUTE format('CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR UPDATE ON %s
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION must_be_audited(%L)', target, subject);
        END $$;

      -- Puts a case table under row security: the agency sees all, a recipient its own where "visible" holds.
      CREATE PROCEDURE guard_rows(target regclass, visible text) LANGUAGE plpgsql AS $$
        BEGIN
          EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
          EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
          EXECUTE format('CREATE POLICY owner ON %s TO CURRENT_USER USING (true) WITH CHECK (true)', target);
          EXECUTE format('CREATE POLICY agency ON %s TO medel_app USING ((SELECT sees_all())) WITH CHECK ((SELECT sees_all()))',
            target);
          IF visible IS NOT NULL THEN
            EXECUTE format('CREATE POLICY recipient ON %s TO medel_app
              USING (organisation_id = (SELECT own_organisation()) AND (%s))
              WITH CHECK (organisation_id = (SELECT own_organisation()))', target, visible);
          END IF;
        END $$;

      CREATE TABLE outbox_messages (
        id uuid PRIMARY KEY, topic text NOT NULL, subject_id uuid NOT NULL, actor_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(), relayed_at timestamptz
      );
      CREATE INDEX outbox_messages_waiting ON outbox_messages (id) WHERE relayed_at IS NULL;
      GRANT SELECT, INSERT, UPDATE, DELETE ON outbox_messages TO medel_app;

      CREATE TABLE idempotency_keys (
        actor_id uuid NOT NULL, key text NOT NULL CHECK (length(key) BETWEEN 1 AND 128),
        request_hash bytea NOT NULL, body text, created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (actor_id, key)
      );
      CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE idempotency_keys, outbox_messages, lifecycle_initial, lifecycle_edges, audit_events;
      DROP PROCEDURE guard_rows, guard_lifecycle, guard_audit;
      DROP FUNCTION must_keep_submitted_content, must_follow_lifecycle, must_be_audited, audit_chain, audit_hash,
        audit_time, own_organisation, sees_all;
    `);
  }
}
