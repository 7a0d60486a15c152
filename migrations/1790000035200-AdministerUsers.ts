import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that are changed while people use them: each change with its event, each first password by a token used once. */
export class AdministerUsers1790000035200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An account that was seeded has no event yet.
      ALTER TABLE users ADD COLUMN version bigint NOT NULL DEFAULT 0;
      -- What an account may do, and who gets in by it, is never changed silently.
      CREATE CONSTRAINT TRIGGER audited AFTER UPDATE ON users DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN ((NEW.roles, NEW.is_active, NEW.organisation_id, NEW.person_id, NEW.email, NEW.password_hash)
          IS DISTINCT FROM (OLD.roles, OLD.is_active, OLD.organisation_id, OLD.person_id, OLD.email, OLD.password_hash))
        EXECUTE FUNCTION must_be_audited('user');

      CREATE TABLE user_invitations (
        token_hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id),
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX user_invitations_user ON user_invitations (user_id);
      GRANT SELECT, INSERT, DELETE ON user_invitations TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE user_invitations;
      DROP TRIGGER audited ON users;
      ALTER TABLE users DROP COLUMN version;
    `);
  }
}
