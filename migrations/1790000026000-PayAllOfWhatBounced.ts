import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What bounced is planned again in full: what was set off against it is owed again, and may be set off once more. */
export class PayAllOfWhatBounced1790000026000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION must_keep_payment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            IF NEW.replaces IS NOT NULL AND (NEW.set_off > 0 OR NOT EXISTS (SELECT FROM payments b WHERE b.id = NEW.replaces
                AND b.status = 'bounced' AND (b.organisation_id, b.year, b.amount) = (NEW.organisation_id, NEW.year, NEW.amount))) THEN
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
      CREATE OR REPLACE FUNCTION must_agree_on_set_off() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NEW.status = 'cancelled' AND NEW.set_off > 0 THEN
            RAISE EXCEPTION 'a payment that a recovery was set off against is not cancelled'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NEW.set_off < (SELECT coalesce(sum(CASE act WHEN 'setOff' THEN amount ELSE -amount END), 0)
              FROM recovery_postings WHERE payment_id = NEW.id) THEN
            RAISE EXCEPTION 'a payment is lowered by all that its recoveries say'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was owed again is not thrown away');
  }
}
