import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys by which machines act in the name of an account. Of the key itself only its hash is kept. */
export class KeepApiKeys1790000036800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_keys (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id),
        name text NOT NULL,
        token_hash bytea NOT NULL,
        scopes text[] NOT NULL CONSTRAINT api_keys_scopes CHECK (cardinality(scopes) > 0),
        created_at timestamptz(3) NOT NULL,
        -- The last day on which it is good.
        expires_on date NOT NULL,
        last_used_at timestamptz(3),
        CONSTRAINT api_keys_end CHECK (expires_on <= (created_at AT TIME ZONE 'Europe/Stockholm')::date + 365)
      );
      CREATE UNIQUE INDEX api_keys_token ON api_keys (token_hash);
      CREATE INDEX api_keys_user ON api_keys (user_id);
      -- A key never gets more than it was made with: another one is made.
      GRANT SELECT, INSERT, DELETE, UPDATE (last_used_at) ON api_keys TO medel_app;
      CREATE TRIGGER tell AFTER DELETE ON api_keys FOR EACH STATEMENT EXECUTE FUNCTION tell_of_sessions();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE api_keys`);
  }
}
