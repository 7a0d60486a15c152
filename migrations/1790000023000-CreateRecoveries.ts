import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recoveries, the books of each, and the reference rates that their interest follows. */
export class CreateRecoveries1790000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recoveries (
        id uuid NOT NULL CONSTRAINT recoveries_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        organisation_id uuid NOT NULL,
        decision_id uuid NOT NULL,
        report_id uuid,
        grounds text NOT NULL,
        amount bigint NOT NULL,
        years jsonb NOT NULL,
        reasons text NOT NULL,
        considered_by uuid NOT NULL,
        considered_by_person uuid NOT NULL,
        considered_at timestamptz(3) NOT NULL,
        answer_by date,
        notified_by uuid,
        notified_by_person uuid,
        notified_at timestamptz(3),
        answers jsonb NOT NULL,
        without_answer text,
        decided_by uuid,
        decided_by_person uuid,
        decided_at timestamptz(3),
        due_on date,
        instalments jsonb NOT NULL,
        interest_until date,
        closing_reasons text,
        CONSTRAINT recoveries_decision FOREIGN KEY (decision_id) REFERENCES decisions (id),
        CONSTRAINT recoveries_report FOREIGN KEY (report_id) REFERENCES reports (id),
        CONSTRAINT recoveries_amount CHECK (amount BETWEEN 1 AND 1000000000000),
        CONSTRAINT recoveries_four_eyes CHECK (decided_by_person NOT IN (considered_by_person, notified_by_person)),
        CONSTRAINT recoveries_notified CHECK (status IN ('considered', 'dropped') OR (notified_by_person IS NOT NULL AND answer_by IS NOT NULL)),
        CONSTRAINT recoveries_decided CHECK (status NOT IN ('decided', 'settling', 'settled', 'writtenOff')
          OR (decided_by_person IS NOT NULL AND due_on IS NOT NULL))
      );
      CREATE INDEX recoveries_of_decision ON recoveries (decision_id);
      CREATE INDEX recoveries_of_organisation ON recoveries (organisation_id);
      CREATE INDEX recoveries_of_report ON recoveries (report_id);
      CREATE INDEX recoveries_recent ON recoveries (considered_at DESC, id DESC);

      INSERT INTO lifecycle_initial VALUES ('recovery', 'considered');
      INSERT INTO lifecycle_edges VALUES
        ('recovery', 'considered', 'notified'), ('recovery', 'considered', 'dropped'),
        ('recovery', 'notified', 'notified'), ('recovery', 'notified', 'decided'), ('recovery', 'notified', 'dropped'),
        ('recovery', 'decided', 'decided'), ('recovery', 'decided', 'settling'), ('recovery', 'decided', 'writtenOff'),
        ('recovery', 'settling', 'settling'), ('recovery', 'settling', 'settled'), ('recovery', 'settling', 'writtenOff');
      CALL guard_lifecycle('recoveries', 'recovery');

      -- The books of a recovery: postings are only added, and what is left follows from them. Debit is positive.
      CREATE TABLE recovery_balances (
        recovery_id uuid NOT NULL PRIMARY KEY REFERENCES recoveries (id),
        organisation_id uuid NOT NULL,
        claimed bigint NOT NULL DEFAULT 0,
        charged bigint NOT NULL DEFAULT 0,
        paid bigint NOT NULL DEFAULT 0,
        set_off bigint NOT NULL DEFAULT 0,
        written_off bigint NOT NULL DEFAULT 0,
        principal bigint NOT NULL DEFAULT 0 CONSTRAINT recovery_balances_principal CHECK (principal >= 0),
        interest bigint NOT NULL DEFAULT 0 CONSTRAINT recovery_balances_interest CHECK (interest >= 0),
        CHECK (claimed >= 0 AND charged >= 0 AND paid >= 0 AND set_off >= 0 AND written_off >= 0),
        CHECK (claimed + charged = paid + set_off + written_off + principal + interest)
      );
      -- booked_on is the day it was written down, and the ledger's day; day is the day that it counts from.
      CREATE TABLE recovery_postings (
        id uuid NOT NULL PRIMARY KEY,
        recovery_id uuid NOT NULL REFERENCES recoveries (id),
        organisation_id uuid NOT NULL,
        act text NOT NULL CHECK (act IN ('claim', 'interest', 'payment', 'setOff', 'writeOff')),
        amount bigint NOT NULL CHECK (amount BETWEEN 1 AND 1000000000000),
        day date NOT NULL,
        reference text,
        payment_id uuid REFERENCES payments (id),
        actor_id uuid NOT NULL,
        booked_on date NOT NULL,
        posted_at timestamptz(3) NOT NULL,
        CONSTRAINT recovery_postings_payment CHECK ((act = 'setOff') = (payment_id IS NOT NULL)),
        CONSTRAINT recovery_postings_reference CHECK ((act = 'payment') = (reference IS NOT NULL))
      );
      CREATE INDEX recovery_postings_of_recovery ON recovery_postings (recovery_id, posted_at);
      CREATE INDEX recovery_postings_of_payment ON recovery_postings (payment_id) WHERE payment_id IS NOT NULL;
      -- One claim, and no payment registered twice.
      CREATE UNIQUE INDEX recovery_postings_claim ON recovery_postings (recovery_id) WHERE act = 'claim';
      CREATE UNIQUE INDEX recovery_postings_once ON recovery_postings (recovery_id, reference, day, amount) WHERE act = 'payment';
      CREATE TABLE recovery_entries (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        posting_id uuid NOT NULL REFERENCES recovery_postings (id),
        organisation_id uuid NOT NULL,
        part text NOT NULL CHECK (part IN ('principal', 'interest')),
        amount bigint NOT NULL CHECK (amount <> 0 AND abs(amount) <= 1000000000000),
        CONSTRAINT recovery_entries_part UNIQUE (posting_id, part)
      );

      CREATE FUNCTION post_recovery_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE posting recovery_postings; principal_sum bigint; interest_sum bigint;
        BEGIN
          FOR posting IN SELECT p.* FROM recovery_postings p WHERE p.id IN (SELECT posting_id FROM posted) ORDER BY p.id LOOP
            SELECT coalesce(sum(amount) FILTER (WHERE part = 'principal'), 0), coalesce(sum(amount) FILTER (WHERE part = 'interest'), 0)
              INTO principal_sum, interest_sum FROM recovery_entries WHERE posting_id = posting.id;
            IF principal_sum + interest_sum <> posting.amount * (CASE WHEN posting.act IN ('claim', 'interest') THEN 1 ELSE -1 END)
                OR (posting.act = 'claim' AND interest_sum <> 0) OR (posting.act = 'interest' AND principal_sum <> 0)
                OR (SELECT count(*) FROM recovery_entries WHERE posting_id = posting.id)
                  <> (SELECT count(*) FROM posted WHERE posting_id = posting.id) THEN
              RAISE EXCEPTION 'the entries of a posting are its amount, posted once' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF posting.act = 'claim' THEN
              INSERT INTO recovery_balances (recovery_id, organisation_id) VALUES (posting.recovery_id, posting.organisation_id);
            END IF;
            UPDATE recovery_balances SET principal = principal + principal_sum, interest = interest + interest_sum,
                claimed = claimed + CASE WHEN posting.act = 'claim' THEN posting.amount ELSE 0 END,
                charged = charged + CASE WHEN posting.act = 'interest' THEN posting.amount ELSE 0 END,
                paid = paid + CASE WHEN posting.act = 'payment' THEN posting.amount ELSE 0 END,
                set_off = set_off + CASE WHEN posting.act = 'setOff' THEN posting.amount ELSE 0 END,
                written_off = written_off + CASE WHEN posting.act = 'writeOff' THEN posting.amount ELSE 0 END
              WHERE recovery_id = posting.recovery_id AND organisation_id = posting.organisation_id;
            IF NOT FOUND THEN
              RAISE EXCEPTION 'a recovery has books once it is claimed' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
          END LOOP;
          RETURN NULL;
        END $$;
      CREATE TRIGGER post AFTER INSERT ON recovery_entries REFERENCING NEW TABLE AS posted
        FOR EACH STATEMENT EXECUTE FUNCTION post_recovery_entries();

      -- A lock of its own: a settlement holds its report when it comes here, and an amendment holds the case when it comes
      -- to the report, so that the two would wait for each other if this were the case's row.
      CREATE FUNCTION take_turns_to_recover(case_id uuid) RETURNS void LANGUAGE sql AS
        $$ SELECT pg_advisory_xact_lock(hashtextextended('recovery ' || case_id, 0)) $$;

      -- No more is demanded back than was paid out; what was considered, and what was decided, stands; nobody with an
      -- interest notifies or decides (I9); and a recovery is over when nothing is owed.
      CREATE FUNCTION must_recover_lawfully() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE paid bigint; claimed bigint; case_id uuid;
        BEGIN
          IF TG_OP = 'INSERT' THEN
            -- Two claims on the same case take turns. What its earlier decisions paid out counts too.
            SELECT application_id INTO case_id FROM decisions WHERE id = NEW.decision_id AND organisation_id = NEW.organisation_id;
            PERFORM take_turns_to_recover(case_id);
            SELECT coalesce(sum(p.amount), 0) INTO paid FROM payments p JOIN decisions d ON d.id = p.decision_id
              WHERE d.application_id = case_id AND p.status = 'executed';
            SELECT coalesce(sum(r.amount), 0) INTO claimed FROM recoveries r JOIN decisions d ON d.id = r.decision_id
              WHERE d.application_id = case_id AND r.status <> 'dropped';
            IF claimed + NEW.amount > paid THEN
              RAISE EXCEPTION 'no more is demanded back than was paid out'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'recoveries_paid';
            END IF;
            IF (SELECT sum((y->>'amount')::bigint) FROM jsonb_array_elements(NEW.years) y) IS DISTINCT FROM NEW.amount THEN
              RAISE EXCEPTION 'the years of a recovery sum to it' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
          END IF;
          IF (NEW.organisation_id, NEW.decision_id, NEW.report_id, NEW.grounds, NEW.amount, NEW.years, NEW.reasons, NEW.considered_by,
              NEW.considered_by_person, NEW.considered_at) IS DISTINCT FROM
             (OLD.organisation_id, OLD.decision_id, OLD.report_id, OLD.grounds, OLD.amount, OLD.years, OLD.reasons, OLD.considered_by,
              OLD.considered_by_person, OLD.considered_at) OR
             (OLD.notified_at IS NOT NULL AND (NEW.answer_by, NEW.notified_by, NEW.notified_by_person, NEW.notified_at)
              IS DISTINCT FROM (OLD.answer_by, OLD.notified_by, OLD.notified_by_person, OLD.notified_at)) OR
             (OLD.decided_at IS NOT NULL AND (NEW.decided_by, NEW.decided_by_person, NEW.decided_at, NEW.due_on, NEW.without_answer)
              IS DISTINCT FROM (OLD.decided_by, OLD.decided_by_person, OLD.decided_at, OLD.due_on, OLD.without_answer)) OR
             (NEW.answers IS DISTINCT FROM OLD.answers AND NOT (OLD.status = 'notified' AND NEW.status = 'notified')) THEN
            RAISE EXCEPTION 'what a recovery was considered and decided on never changes'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NEW.status <> OLD.status AND NEW.status IN ('notified', 'decided') THEN
            SELECT application_id INTO case_id FROM decisions WHERE id = NEW.decision_id;
            IF has_interest(case_id, coalesce(NEW.decided_by_person, NEW.notified_by_person)) THEN
              RAISE EXCEPTION 'somebody with an interest acts in the case'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'recoveries_no_interest';
            END IF;
          END IF;
          IF NEW.status IN ('settled', 'writtenOff') AND EXISTS (SELECT FROM recovery_balances b
              WHERE b.recovery_id = NEW.id AND b.principal + b.interest > 0) THEN
            RAISE EXCEPTION 'a recovery is over when nothing is owed' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER lawful BEFORE INSERT OR UPDATE ON recoveries FOR EACH ROW EXECUTE FUNCTION must_recover_lawfully();

      -- The recipient sees a recovery when it is told of it.
      CALL guard_rows('recoveries', 'notified_at IS NOT NULL');
      CALL guard_rows('recovery_balances', 'true');
      CALL guard_rows('recovery_postings', 'true');
      CALL guard_rows('recovery_entries', 'true');
      GRANT SELECT, INSERT, UPDATE ON recoveries TO medel_app;
      GRANT SELECT, INSERT ON recovery_postings, recovery_entries TO medel_app;
      -- What is left of a claim comes from the postings alone.
      GRANT SELECT ON recovery_balances TO medel_app;

      CREATE TABLE reference_rates (
        id uuid NOT NULL CONSTRAINT reference_rates_pk PRIMARY KEY,
        version bigint NOT NULL,
        valid_from date NOT NULL,
        hundredths integer NOT NULL,
        source text NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT reference_rates_first_day CHECK (extract(day FROM valid_from) = 1 AND extract(month FROM valid_from) IN (1, 7)),
        CONSTRAINT reference_rates_half_points CHECK (hundredths BETWEEN -1000 AND 10000 AND hundredths % 50 = 0)
      );
      CREATE UNIQUE INDEX reference_rates_half_year ON reference_rates (valid_from);
      CALL guard_audit('reference_rates', 'referenceRate');
      GRANT SELECT, INSERT ON reference_rates TO medel_app;

      -- Added to what is there, whatever that is by now.
      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), ';')
          || ' UNION ALL SELECT ''recovery'', id, version FROM recoveries'
          || ' UNION ALL SELECT ''referenceRate'', id, version FROM reference_rates';
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was demanded back, and what was paid of it, is not thrown away');
  }
}
