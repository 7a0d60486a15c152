import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The books of a recovery say what was decided of it, by whom its row says, and what its payments were lowered by. */
export class BookWhatWasDecided1790000039400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who tells the recipient, and who decides, is told when it is done: neither before nor half.
      ALTER TABLE recoveries
        DROP CONSTRAINT recoveries_notified, ADD CONSTRAINT recoveries_notified CHECK (CASE
          WHEN status = 'considered' THEN num_nonnulls(notified_by, notified_by_person, notified_at, answer_by) = 0
          WHEN status = 'dropped' THEN num_nonnulls(notified_by, notified_by_person, notified_at, answer_by) IN (0, 4)
          ELSE num_nulls(notified_by, notified_by_person, notified_at, answer_by) = 0 END),
        DROP CONSTRAINT recoveries_decided, ADD CONSTRAINT recoveries_decided CHECK (CASE
          WHEN status IN ('considered', 'notified', 'dropped') THEN num_nonnulls(decided_by, decided_by_person, decided_at, due_on) = 0
          ELSE num_nulls(decided_by, decided_by_person, decided_at, due_on) = 0 END);
      CREATE TRIGGER all_seen BEFORE INSERT ON recoveries FOR EACH ROW
        WHEN (current_setting('transaction_isolation') <> 'read committed')
        EXECUTE FUNCTION refuse('what is demanded back is summed where all others are seen');

      -- Of a decided recovery, to the krona; told in its chain; and what is set off lowers a payment to the same recipient.
      CREATE FUNCTION must_post_what_was_decided() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM recoveries r JOIN audit_events e
                ON e.subject_type = 'recovery' AND e.subject_id = r.id AND e.seq = r.version
              WHERE r.id = NEW.recovery_id AND r.organisation_id = NEW.organisation_id AND e.tx = pg_current_xact_id()::text::bigint
                AND CASE NEW.act WHEN 'claim' THEN r.status IN ('decided', 'settling', 'settled', 'writtenOff') AND r.amount = NEW.amount
                  WHEN 'writeOff' THEN r.status = 'writtenOff'
                  ELSE r.status IN ('decided', 'settling', 'settled', 'writtenOff') END) THEN
            RAISE EXCEPTION 'a recovery is booked as it was decided' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NEW.payment_id IS NOT NULL AND NOT EXISTS (SELECT FROM payments p WHERE p.id = NEW.payment_id
              AND p.organisation_id = NEW.organisation_id AND (p.status = 'bounced' OR p.set_off =
                (SELECT sum(CASE act WHEN 'setOff' THEN amount ELSE -amount END) FROM recovery_postings WHERE payment_id = p.id))) THEN
            RAISE EXCEPTION 'a payment is lowered by all that its recoveries say' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER decided AFTER INSERT ON recovery_postings DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION must_post_what_was_decided();

      CREATE FUNCTION must_be_claimed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM recovery_balances WHERE recovery_id = NEW.id AND claimed = NEW.amount) THEN
            RAISE EXCEPTION 'a recovery is claimed as it is decided' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER claimed AFTER UPDATE ON recoveries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.status = 'decided' AND OLD.status <> 'decided') EXECUTE FUNCTION must_be_claimed();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER claimed ON recoveries;
      DROP TRIGGER decided ON recovery_postings;
      DROP TRIGGER all_seen ON recoveries;
      DROP FUNCTION must_be_claimed, must_post_what_was_decided;
      ALTER TABLE recoveries
        DROP CONSTRAINT recoveries_notified, ADD CONSTRAINT recoveries_notified CHECK (
          status IN ('considered', 'dropped') OR (notified_by_person IS NOT NULL AND answer_by IS NOT NULL)),
        DROP CONSTRAINT recoveries_decided, ADD CONSTRAINT recoveries_decided CHECK (
          status NOT IN ('decided', 'settling', 'settled', 'writtenOff') OR (decided_by_person IS NOT NULL AND due_on IS NOT NULL));
    `);
  }
}
