import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger tells, case by case, what recipients hold: under row security as every other table of a case. The agency reads
 * it; no recipient does, and none of its acts moves money. What the ledger keeps, its trigger keeps as the owner.
 */
export class GuardTheLedger1790000036600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`CALL guard_rows('${table}', NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(`
        DROP POLICY agency ON ${table}; DROP POLICY owner ON ${table};
        ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY`);
  }
}

const TABLES = ['ledger_transactions', 'ledger_entries', 'ledger_holdings'];
