import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payments: one per decision, year and instalment, never more than was granted. */
export class CreatePayments1790000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payments (
        id uuid NOT NULL CONSTRAINT payments_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        organisation_id uuid NOT NULL,
        decision_id uuid NOT NULL,
        decision_year_id uuid NOT NULL,
        year integer NOT NULL,
        instalment integer NOT NULL,
        amount bigint NOT NULL,
        pay_on date NOT NULL,
        withheld_reason jsonb,
        prepared_by_person uuid NOT NULL,
        decided_by_person uuid NOT NULL,
        attested_by uuid,
        attested_by_person uuid,
        attested_at timestamptz(3),
        CONSTRAINT payments_decision FOREIGN KEY (decision_id) REFERENCES decisions (id),
        CONSTRAINT payments_decision_year FOREIGN KEY (decision_year_id) REFERENCES decision_years (id),
        CONSTRAINT payments_amount CHECK (amount BETWEEN 1 AND 1000000000000),
        CONSTRAINT payments_four_eyes CHECK (attested_by_person NOT IN (prepared_by_person, decided_by_person)),
        CONSTRAINT payments_attested CHECK (status NOT IN ('attested', 'sent', 'executed', 'bounced') OR attested_by_person IS NOT NULL)
      );
      CREATE UNIQUE INDEX payments_instalment ON payments (decision_id, year, instalment);
      CREATE INDEX payments_waiting ON payments (pay_on) WHERE status IN ('planned', 'due', 'withheld');
      CREATE INDEX payments_of_organisation ON payments (organisation_id);

      INSERT INTO lifecycle_initial VALUES ('payment', 'planned');
      INSERT INTO lifecycle_edges VALUES
        ('payment', 'planned', 'due'), ('payment', 'planned', 'cancelled'), ('payment', 'due', 'attested'),
        ('payment', 'due', 'withheld'), ('payment', 'due', 'cancelled'), ('payment', 'withheld', 'due'),
        ('payment', 'withheld', 'cancelled'), ('payment', 'attested', 'sent'), ('payment', 'sent', 'executed'),
        ('payment', 'sent', 'bounced');
      CALL guard_lifecycle('payments', 'payment');

      -- Paid is never more than granted, per decision and year (I1), and nobody with an interest attests (I9). The year's row is locked: two writers take turns.
      CREATE FUNCTION must_be_payable() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE granted bigint; planned bigint;
        BEGIN
          IF TG_OP = 'UPDATE' AND (NEW.amount, NEW.decision_year_id, NEW.decision_id, NEW.year, NEW.organisation_id) IS DISTINCT FROM
              (OLD.amount, OLD.decision_year_id, OLD.decision_id, OLD.year, OLD.organisation_id) THEN
            RAISE EXCEPTION 'the sum of a payment never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF TG_OP = 'UPDATE' THEN
            IF NEW.status = 'attested' AND OLD.status <> 'attested' AND has_interest(
                (SELECT application_id FROM decisions WHERE id = NEW.decision_id), NEW.attested_by_person) THEN
              RAISE EXCEPTION 'somebody with an interest attests a payment of the case'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_no_interest';
            END IF;
            RETURN NEW;
          END IF;
          SELECT amount INTO granted FROM decision_years WHERE id = NEW.decision_year_id FOR UPDATE;
          SELECT coalesce(sum(amount), 0) INTO planned FROM payments
            WHERE decision_id = NEW.decision_id AND year = NEW.year AND status NOT IN ('cancelled', 'bounced');
          IF planned + NEW.amount > granted THEN
            RAISE EXCEPTION 'payments of a year exceed what was granted' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER payable BEFORE INSERT OR UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION must_be_payable();

      CALL guard_rows('payments', 'true');
      GRANT SELECT, INSERT, UPDATE ON payments TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE payments;
      DROP FUNCTION must_be_payable;
      DELETE FROM lifecycle_edges WHERE subject = 'payment';
      DELETE FROM lifecycle_initial WHERE subject = 'payment';
    `);
  }
}
