import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was set off against a payment that is then cancelled is owed again, and is not returned any more. */
export class UndoSetOffs1790000023100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE recovery_postings
        DROP CONSTRAINT recovery_postings_act_check,
        DROP CONSTRAINT recovery_postings_payment,
        ADD CONSTRAINT recovery_postings_act CHECK (act IN ('claim', 'interest', 'payment', 'setOff', 'undoSetOff', 'writeOff')),
        ADD CONSTRAINT recovery_postings_payment CHECK ((act IN ('setOff', 'undoSetOff')) = (payment_id IS NOT NULL));
      INSERT INTO lifecycle_edges VALUES ('recovery', 'settled', 'settling'), ('recovery', 'writtenOff', 'settling');
      INSERT INTO ledger_acts VALUES ('unreturn', 'returned', 'paid');

      CREATE OR REPLACE FUNCTION post_recovery_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE posting recovery_postings; principal_sum bigint; interest_sum bigint;
        BEGIN
          FOR posting IN SELECT p.* FROM recovery_postings p WHERE p.id IN (SELECT posting_id FROM posted) ORDER BY p.id LOOP
            SELECT coalesce(sum(amount) FILTER (WHERE part = 'principal'), 0), coalesce(sum(amount) FILTER (WHERE part = 'interest'), 0)
              INTO principal_sum, interest_sum FROM recovery_entries WHERE posting_id = posting.id;
            IF principal_sum + interest_sum <> posting.amount * (CASE WHEN posting.act IN ('claim', 'interest', 'undoSetOff') THEN 1 ELSE -1 END)
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
                set_off = set_off + CASE posting.act WHEN 'setOff' THEN posting.amount WHEN 'undoSetOff' THEN -posting.amount ELSE 0 END,
                written_off = written_off + CASE WHEN posting.act = 'writeOff' THEN posting.amount ELSE 0 END
              WHERE recovery_id = posting.recovery_id AND organisation_id = posting.organisation_id;
            IF NOT FOUND THEN
              RAISE EXCEPTION 'a recovery has books once it is claimed' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
          END LOOP;
          RETURN NULL;
        END $$;

      -- A payment that was lowered is cancelled only after its set-off was taken back, and it is lowered by all that its
      -- recoveries were set off.
      CREATE FUNCTION must_agree_on_set_off() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NEW.status = 'cancelled' AND NEW.set_off > 0 THEN
            RAISE EXCEPTION 'a payment that a recovery was set off against is not cancelled'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF NEW.replaces IS NULL AND NEW.set_off < (SELECT coalesce(sum(CASE act WHEN 'setOff' THEN amount ELSE -amount END), 0)
              FROM recovery_postings WHERE payment_id = NEW.id) THEN
            RAISE EXCEPTION 'a payment is lowered by all that its recoveries say'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER agreed_set_off AFTER UPDATE ON payments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.set_off IS DISTINCT FROM OLD.set_off OR NEW.status = 'cancelled') EXECUTE FUNCTION must_agree_on_set_off();
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was set off is not thrown away');
  }
}
