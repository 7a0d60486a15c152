import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A posting has a fund's row for itself, and nobody shares it before. The foreign key of the entries did: of a row that many
 * want, PostgreSQL then keeps a list of those who share it, which each of them writes anew. That there is such a fund is known
 * from the lock, and nobody who posts can remove one.
 */
export class ShareNoFunds1790000036700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_appropriation_id_fund_fkey;

      CREATE OR REPLACE FUNCTION post_ledger_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = public AS $$
        DECLARE is_uneven boolean; is_again boolean; is_foreign boolean; wanted bigint; locked bigint;
        BEGIN
          -- In each fund and year for itself: an act moves money within them, never from one to another.
          SELECT EXISTS (SELECT FROM posted GROUP BY transaction_id, appropriation_id, fund, year HAVING sum(amount) <> 0),
            EXISTS (SELECT FROM ledger_entries e JOIN (SELECT transaction_id, count(*) AS n FROM posted GROUP BY 1) p
              USING (transaction_id) GROUP BY transaction_id, n HAVING count(*) <> n),
            EXISTS (SELECT FROM posted p JOIN ledger_transactions t ON t.id = p.transaction_id
              WHERE NOT EXISTS (SELECT FROM ledger_acts a WHERE a.act = t.act
                AND p.account = CASE WHEN p.amount < 0 THEN a.from_account ELSE a.to_account END)),
            (SELECT count(*) FROM (SELECT DISTINCT appropriation_id, fund FROM posted) f)
            INTO is_uneven, is_again, is_foreign, wanted;
          IF is_uneven THEN
            RAISE EXCEPTION 'the entries of a ledger transaction sum to zero' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF is_again THEN
            RAISE EXCEPTION 'a ledger transaction is posted once' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF is_foreign THEN
            RAISE EXCEPTION 'a ledger act moves money from and to its own accounts'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          -- Always in the same order, so that two acts on the same funds take turns and never wait for each other.
          PERFORM FROM appropriation_funds WHERE (appropriation_id, fund) IN (SELECT appropriation_id, fund FROM posted)
            ORDER BY appropriation_id, fund FOR NO KEY UPDATE;
          GET DIAGNOSTICS locked = ROW_COUNT;
          IF locked <> wanted THEN
            RAISE EXCEPTION 'money is moved in a fund that there is' USING ERRCODE = 'foreign_key_violation';
          END IF;
          UPDATE appropriation_funds f SET
            allocated = allocated - source_sum, available = available + available_sum, reserved = reserved + reserved_sum,
            unpaid = unpaid + unpaid_sum, paid = paid + paid_sum, returned = returned + returned_sum
          FROM (SELECT appropriation_id, fund,
              coalesce(sum(amount) FILTER (WHERE account = 'source'), 0) AS source_sum,
              coalesce(sum(amount) FILTER (WHERE account = 'available'), 0) AS available_sum,
              coalesce(sum(amount) FILTER (WHERE account = 'reserved'), 0) AS reserved_sum,
              coalesce(sum(amount) FILTER (WHERE account = 'unpaid'), 0) AS unpaid_sum,
              coalesce(sum(amount) FILTER (WHERE account = 'paid'), 0) AS paid_sum,
              coalesce(sum(amount) FILTER (WHERE account = 'returned'), 0) AS returned_sum
            FROM posted GROUP BY appropriation_id, fund) p
          WHERE f.appropriation_id = p.appropriation_id AND f.fund = p.fund;
          -- After the funds are locked: whoever holds the fund holds its holdings. What is no decision has no case.
          WITH moved AS (
            SELECT p.appropriation_id, p.fund, d.application_id, p.year,
              coalesce(sum(amount) FILTER (WHERE account = 'reserved'), 0) AS reserved,
              coalesce(sum(amount) FILTER (WHERE account = 'unpaid'), 0) AS unpaid,
              coalesce(sum(amount) FILTER (WHERE account = 'paid'), 0) AS paid
            FROM posted p JOIN ledger_transactions t ON t.id = p.transaction_id LEFT JOIN decisions d ON d.id = t.subject_id
            WHERE t.subject_type = 'decision' AND t.act <> 'return' GROUP BY 1, 2, 3, 4),
          held AS (
            UPDATE ledger_holdings h SET reserved = h.reserved + m.reserved, unpaid = h.unpaid + m.unpaid, paid = h.paid + m.paid
            FROM moved m WHERE (h.appropriation_id, h.fund, h.application_id, h.year) =
              (m.appropriation_id, m.fund, m.application_id, m.year)
            RETURNING h.appropriation_id, h.fund, h.application_id, h.year)
          INSERT INTO ledger_holdings (appropriation_id, fund, application_id, year, reserved, unpaid, paid)
            SELECT m.* FROM moved m LEFT JOIN held h USING (appropriation_id, fund, application_id, year)
            WHERE h.year IS NULL;
          RETURN NULL;
        END $$;
    `);
  }

  /** The function stays: with the foreign key it asks once more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_appropriation_id_fund_fkey
        FOREIGN KEY (appropriation_id, fund) REFERENCES appropriation_funds (appropriation_id, fund);
    `);
  }
}
