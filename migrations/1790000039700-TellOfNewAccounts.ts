import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account is told of from the day it is made, and in all that is changed of it: a new administrator comes with an event. */
export class TellOfNewAccounts1790000039700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audited ON users;
      CALL guard_audit('users', 'user');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audited ON users;
      CREATE CONSTRAINT TRIGGER audited AFTER UPDATE ON users DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN ((NEW.roles, NEW.is_active, NEW.organisation_id, NEW.person_id, NEW.email, NEW.password_hash)
          IS DISTINCT FROM (OLD.roles, OLD.is_active, OLD.organisation_id, OLD.person_id, OLD.email, OLD.password_hash))
        EXECUTE FUNCTION must_be_audited('user');
    `);
  }
}
