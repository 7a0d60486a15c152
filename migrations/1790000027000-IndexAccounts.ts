import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each account's entries of a fund stand together in the order of their days: a balance as of a day is one range of the
 * index for each account, read from the index alone.
 */
export class IndexAccounts1790000027000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ledger_entries_fund;
      CREATE INDEX ledger_entries_account ON ledger_entries (appropriation_id, fund, account, day) INCLUDE (year, amount);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ledger_entries_account;
      CREATE INDEX ledger_entries_fund ON ledger_entries (appropriation_id, fund, day) INCLUDE (account, year, amount);
    `);
  }
}
