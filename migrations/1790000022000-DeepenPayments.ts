import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is set off from a payment, and what becomes of it at the bank: sent, executed, bounced, planned again. */
export class DeepenPayments1790000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payments
        ADD COLUMN set_off bigint NOT NULL DEFAULT 0,
        ADD COLUMN payment_file_id uuid,
        ADD COLUMN executed_on date,
        ADD COLUMN bounce jsonb,
        ADD COLUMN replaces uuid,
        ADD CONSTRAINT payments_set_off CHECK (set_off BETWEEN 0 AND amount),
        ADD CONSTRAINT payments_sent CHECK (status NOT IN ('sent', 'executed', 'bounced') OR payment_file_id IS NOT NULL OR set_off = amount),
        ADD CONSTRAINT payments_executed CHECK (status <> 'executed' OR executed_on IS NOT NULL),
        ADD CONSTRAINT payments_bounced CHECK ((status = 'bounced') = (bounce IS NOT NULL)),
        ADD CONSTRAINT payments_replaced_payment FOREIGN KEY (replaces) REFERENCES payments (id);
      -- What bounced is planned again once.
      CREATE UNIQUE INDEX payments_replaces ON payments (replaces) WHERE replaces IS NOT NULL;
      CREATE INDEX payments_of_file ON payments (payment_file_id) WHERE payment_file_id IS NOT NULL;
      DROP INDEX payments_waiting;
      CREATE INDEX payments_waiting ON payments (pay_on) WHERE status IN ('planned', 'due', 'withheld');

      INSERT INTO lifecycle_edges VALUES
        ('payment', 'planned', 'planned'), ('payment', 'due', 'due'), ('payment', 'withheld', 'withheld'),
        ('payment', 'executed', 'bounced'), ('payment', 'bounced', 'bounced')
      ON CONFLICT DO NOTHING;

      -- What was attested is what is sent, and what was sent and executed stays as it was.
      CREATE FUNCTION must_keep_payment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            IF NEW.replaces IS NOT NULL AND NOT EXISTS (SELECT FROM payments b WHERE b.id = NEW.replaces AND b.status = 'bounced'
                AND (b.organisation_id, b.year, b.amount, b.set_off) = (NEW.organisation_id, NEW.year, NEW.amount, NEW.set_off)) THEN
              RAISE EXCEPTION 'a payment replaces one that bounced, krona for krona' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
          END IF;
          IF NEW.set_off <> OLD.set_off AND OLD.status NOT IN ('planned', 'due', 'withheld') THEN
            RAISE EXCEPTION 'what was attested is what is sent' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NEW.replaces IS DISTINCT FROM OLD.replaces
              OR (OLD.payment_file_id IS NOT NULL AND NEW.payment_file_id IS DISTINCT FROM OLD.payment_file_id)
              OR (OLD.executed_on IS NOT NULL AND NEW.executed_on IS DISTINCT FROM OLD.executed_on)
              OR (OLD.bounce IS NOT NULL AND NEW.bounce IS DISTINCT FROM OLD.bounce)
              OR (OLD.attested_by_person IS NOT NULL AND (NEW.attested_by, NEW.attested_by_person, NEW.attested_at)
                IS DISTINCT FROM (OLD.attested_by, OLD.attested_by_person, OLD.attested_at)) THEN
            RAISE EXCEPTION 'what was sent, executed or attested stays as it was' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER kept BEFORE INSERT OR UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION must_keep_payment();

      -- What officers have said of a decision's conditions; the last word on each counts.
      CREATE TABLE condition_judgements (
        id uuid NOT NULL CONSTRAINT condition_judgements_pk PRIMARY KEY,
        organisation_id uuid NOT NULL,
        decision_id uuid NOT NULL,
        condition integer NOT NULL,
        outcome text NOT NULL,
        motive text NOT NULL,
        judged_by uuid NOT NULL,
        person_id uuid NOT NULL,
        judged_at timestamptz(3) NOT NULL,
        CONSTRAINT condition_judgements_decision FOREIGN KEY (decision_id) REFERENCES decisions (id),
        CONSTRAINT condition_judgements_outcome CHECK (outcome IN ('met', 'notMet')),
        CONSTRAINT condition_judgements_condition CHECK (condition >= 1)
      );
      CREATE INDEX condition_judgements_of_decision ON condition_judgements (decision_id, condition, judged_at);
      CALL guard_rows('condition_judgements', 'true');
      GRANT SELECT, INSERT ON condition_judgements TO medel_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What became of payments is not thrown away');
  }
}
