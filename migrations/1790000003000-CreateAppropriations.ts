import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appropriations with their commitment limits, and the ledger that every promise and payment is posted to. */
export class CreateAppropriations1790000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE appropriations (
        id uuid NOT NULL CONSTRAINT appropriations_pk PRIMARY KEY,
        version bigint NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        year integer NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT appropriations_year CHECK (year BETWEEN 2000 AND 2100)
      );
      CREATE UNIQUE INDEX appropriations_code_year ON appropriations (code, year);
      CALL guard_audit('appropriations', 'appropriation');

      -- One row per fund: the appropriation of its year, and the commitment limit for later years.
      -- committed = unpaid + paid. available = allocated - reserved - committed, and money is never promised twice (I2).
      CREATE TABLE appropriation_funds (
        appropriation_id uuid NOT NULL REFERENCES appropriations (id),
        fund text NOT NULL CHECK (fund IN ('appropriation', 'commitmentLimit')),
        allocated bigint NOT NULL DEFAULT 0,
        available bigint NOT NULL DEFAULT 0 CONSTRAINT appropriation_funds_available CHECK (available >= 0),
        reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
        unpaid bigint NOT NULL DEFAULT 0 CHECK (unpaid >= 0),
        paid bigint NOT NULL DEFAULT 0 CHECK (paid >= 0),
        returned bigint NOT NULL DEFAULT 0 CHECK (returned >= 0),
        PRIMARY KEY (appropriation_id, fund),
        CHECK (allocated = available + reserved + unpaid + paid + returned)
      );

      CREATE TABLE ledger_transactions (
        id uuid PRIMARY KEY,
        act text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        actor_id uuid NOT NULL,
        day date NOT NULL,
        posted_at timestamptz(3) NOT NULL
      );
      CREATE INDEX ledger_transactions_subject ON ledger_transactions (subject_id);

      -- Debit is positive. 'source' is the parliament's side of what is allocated.
      CREATE TABLE ledger_entries (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        transaction_id uuid NOT NULL REFERENCES ledger_transactions (id),
        appropriation_id uuid NOT NULL,
        fund text NOT NULL,
        account text NOT NULL CHECK (account IN ('source', 'available', 'reserved', 'unpaid', 'paid', 'returned')),
        year integer NOT NULL,
        amount bigint NOT NULL CHECK (amount <> 0 AND abs(amount) <= 1000000000000),
        FOREIGN KEY (appropriation_id, fund) REFERENCES appropriation_funds (appropriation_id, fund)
      );
      CREATE INDEX ledger_entries_transaction ON ledger_entries (transaction_id);
      CREATE INDEX ledger_entries_fund ON ledger_entries (appropriation_id, fund, account, year);

      -- Entries are posted in one statement per transaction: they sum to zero (I11) and the balances follow from them.
      CREATE FUNCTION post_ledger_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF EXISTS (SELECT FROM posted GROUP BY transaction_id HAVING sum(amount) <> 0) THEN
            RAISE EXCEPTION 'the entries of a ledger transaction sum to zero' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF EXISTS (SELECT FROM ledger_entries e JOIN (SELECT transaction_id, count(*) AS n FROM posted GROUP BY 1) p
              USING (transaction_id) GROUP BY transaction_id, n HAVING count(*) <> n) THEN
            RAISE EXCEPTION 'a ledger transaction is posted once' USING ERRCODE = 'integrity_constraint_violation';
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
          RETURN NULL;
        END $$;
      CREATE TRIGGER post AFTER INSERT ON ledger_entries REFERENCING NEW TABLE AS posted
        FOR EACH STATEMENT EXECUTE FUNCTION post_ledger_entries();

      GRANT SELECT, INSERT ON appropriations, ledger_transactions, ledger_entries TO medel_app;
      -- A fund is opened empty: what is in it comes from the ledger alone.
      GRANT SELECT, INSERT (appropriation_id, fund) ON appropriation_funds TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ledger_entries, ledger_transactions, appropriation_funds, appropriations;
      DROP FUNCTION post_ledger_entries;
    `);
  }
}
