import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each act may do with the money, and what each case holds of a fund and a year. Entries carry their day, so
 * that a balance as of a day is one sum.
 */
export class KeepHoldings1790000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- From where to where an act moves money. A test holds it against the ledger of the code.
      CREATE TABLE ledger_acts (
        act text NOT NULL, from_account text NOT NULL, to_account text NOT NULL,
        PRIMARY KEY (act, from_account, to_account)
      );
      INSERT INTO ledger_acts VALUES
        ('allocate', 'source', 'available'),
        ('adjust', 'source', 'available'), ('adjust', 'available', 'source'),
        ('reserve', 'available', 'reserved'), ('release', 'reserved', 'available'), ('commit', 'reserved', 'unpaid'),
        ('confirm', 'unpaid', 'available'), ('confirm', 'available', 'unpaid'),
        ('amend', 'available', 'unpaid'), ('amend', 'unpaid', 'available'), ('amend', 'reserved', 'available'),
        ('revoke', 'unpaid', 'available'), ('free', 'unpaid', 'available'),
        ('pay', 'unpaid', 'paid'), ('unpay', 'paid', 'unpaid'), ('return', 'paid', 'returned');
      GRANT SELECT ON ledger_acts TO medel_app;

      -- Promises of later years are not paid before the year is confirmed against its own appropriation.
      ALTER TABLE appropriation_funds ADD CONSTRAINT appropriation_funds_limit_unpaid
        CHECK (fund = 'appropriation' OR paid + returned = 0);

      ALTER TABLE ledger_entries ADD COLUMN day date;
      UPDATE ledger_entries e SET day = t.day FROM ledger_transactions t WHERE t.id = e.transaction_id;
      ALTER TABLE ledger_transactions ADD CONSTRAINT ledger_transactions_day UNIQUE (id, day);
      ALTER TABLE ledger_entries ALTER COLUMN day SET NOT NULL,
        DROP CONSTRAINT ledger_entries_transaction_id_fkey,
        ADD CONSTRAINT ledger_entries_transaction FOREIGN KEY (transaction_id, day) REFERENCES ledger_transactions (id, day);
      -- Answers a balance as of a day from the index alone.
      DROP INDEX ledger_entries_fund;
      CREATE INDEX ledger_entries_fund ON ledger_entries (appropriation_id, fund, day) INCLUDE (account, year, amount);

      -- What a case holds by its decisions: promised, bound, and paid out whether or not it was returned since.
      CREATE TABLE ledger_holdings (
        appropriation_id uuid NOT NULL,
        fund text NOT NULL,
        application_id uuid NOT NULL,
        year integer NOT NULL,
        reserved bigint NOT NULL,
        unpaid bigint NOT NULL,
        paid bigint NOT NULL,
        CONSTRAINT ledger_holdings_pk PRIMARY KEY (appropriation_id, fund, application_id, year),
        CONSTRAINT ledger_holdings_sound CHECK (reserved >= 0 AND unpaid >= 0 AND paid >= 0)
      );
      CREATE INDEX ledger_holdings_of_application ON ledger_holdings (application_id);
      INSERT INTO ledger_holdings
        SELECT e.appropriation_id, e.fund, d.application_id, e.year,
          coalesce(sum(amount) FILTER (WHERE account = 'reserved'), 0),
          coalesce(sum(amount) FILTER (WHERE account = 'unpaid'), 0),
          coalesce(sum(amount) FILTER (WHERE account = 'paid'), 0)
        FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id JOIN decisions d ON d.id = t.subject_id
        WHERE t.subject_type = 'decision' GROUP BY 1, 2, 3, 4;
      GRANT SELECT ON ledger_holdings TO medel_app;

      CREATE OR REPLACE FUNCTION post_ledger_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = public AS $$
        BEGIN
          -- In each fund and year for itself: an act moves money within them, never from one to another.
          IF EXISTS (SELECT FROM posted GROUP BY transaction_id, appropriation_id, fund, year HAVING sum(amount) <> 0) THEN
            RAISE EXCEPTION 'the entries of a ledger transaction sum to zero' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF EXISTS (SELECT FROM ledger_entries e JOIN (SELECT transaction_id, count(*) AS n FROM posted GROUP BY 1) p
              USING (transaction_id) GROUP BY transaction_id, n HAVING count(*) <> n) THEN
            RAISE EXCEPTION 'a ledger transaction is posted once' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF EXISTS (SELECT FROM posted p JOIN ledger_transactions t ON t.id = p.transaction_id
              WHERE NOT EXISTS (SELECT FROM ledger_acts a WHERE a.act = t.act
                AND p.account = CASE WHEN p.amount < 0 THEN a.from_account ELSE a.to_account END)) THEN
            RAISE EXCEPTION 'a ledger act moves money from and to its own accounts'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          -- Always in the same order, so that two acts on the same funds take turns and never wait for each other. NO KEY:
          -- the foreign keys of the entries already share the rows' keys, and two who share would wait for each other.
          PERFORM FROM appropriation_funds WHERE (appropriation_id, fund) IN (SELECT appropriation_id, fund FROM posted)
            ORDER BY appropriation_id, fund FOR NO KEY UPDATE;
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

  async down(): Promise<void> {
    throw new Error('What the ledger has kept is not thrown away');
  }
}
