import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is to take from a fund looks at its balance with the fund locked: what is told of it then holds. */
export class LockFunds1790000020100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- In the order in which postings lock them. The runtime role may lock a fund, and still not change it.
      CREATE FUNCTION lock_funds(appropriations uuid[]) RETURNS SETOF appropriation_funds LANGUAGE sql
        SECURITY DEFINER SET search_path = public AS $$
        SELECT * FROM appropriation_funds WHERE appropriation_id = ANY (appropriations)
        ORDER BY appropriation_id, fund FOR NO KEY UPDATE $$;
      -- The ledger of an appropriation is read a page at a time, in the order of its entries.
      CREATE INDEX ledger_entries_order ON ledger_entries (appropriation_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ledger_entries_order; DROP FUNCTION lock_funds');
  }
}
