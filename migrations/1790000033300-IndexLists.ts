import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every filter and every order of the large lists by an index, so that a page costs the same whatever lies behind it. */
export class IndexLists1790000033300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX applications_of_call;
      CREATE INDEX applications_of_call ON applications (call_id, updated_at DESC, id DESC);
      CREATE INDEX applications_by_status ON applications (status, updated_at DESC, id DESC);
      CREATE INDEX applications_by_registry_number ON applications (coalesce(registry_number, ''), id);
      CREATE INDEX applications_by_submission ON applications (coalesce(submitted_at, 'infinity'), id);
      CREATE INDEX organisations_by_name ON organisations (name, id);
      DROP INDEX payments_waiting;
      CREATE INDEX payments_by_status ON payments (status, pay_on, id);
      CREATE INDEX payments_by_day ON payments (pay_on, id);
      CREATE INDEX payments_by_amount ON payments (amount, id);
      CREATE INDEX decisions_by_status ON decisions (status, proposed_at DESC, id DESC);
      CREATE INDEX decisions_by_outcome ON decisions (outcome, proposed_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX decisions_by_outcome;
      DROP INDEX decisions_by_status;
      DROP INDEX payments_by_amount;
      DROP INDEX payments_by_day;
      DROP INDEX payments_by_status;
      CREATE INDEX payments_waiting ON payments (pay_on) WHERE status IN ('planned', 'due', 'withheld');
      DROP INDEX organisations_by_name;
      DROP INDEX applications_by_submission;
      DROP INDEX applications_by_registry_number;
      DROP INDEX applications_by_status;
      DROP INDEX applications_of_call;
      CREATE INDEX applications_of_call ON applications (call_id, status);
    `);
  }
}
