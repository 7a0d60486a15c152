import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors: what an account has, what a session has proven, and what it was asked. */
export class ProveSecondFactors1790000036100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions ADD COLUMN second_factor_at timestamptz(3);
      -- What a session may do changes with it, in every process at once.
      CREATE TRIGGER tell_of_proof AFTER UPDATE OF token_hash, second_factor_at ON sessions
        FOR EACH STATEMENT EXECUTE FUNCTION tell_of_sessions();

      CREATE TABLE second_factors (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id),
        kind text NOT NULL,
        name text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        last_used_at timestamptz(3),
        -- Of an authenticator app: its secret, encrypted, and the last 30 seconds whose code was taken.
        secret bytea,
        last_step bigint,
        -- Of a passkey: what it is known by, and how often it says that it has signed.
        credential_id text,
        public_key bytea,
        counter bigint,
        transports text[],
        CONSTRAINT second_factors_kind CHECK (CASE kind
          WHEN 'totp' THEN num_nonnulls(secret, last_step) = 2 AND num_nulls(credential_id, public_key, counter, transports) = 4
          WHEN 'passkey' THEN num_nulls(secret, last_step) = 2 AND num_nonnulls(credential_id, public_key, counter, transports) = 4
          ELSE false END)
      );
      CREATE INDEX second_factors_user ON second_factors (user_id);
      CREATE UNIQUE INDEX second_factors_credential ON second_factors (credential_id);
      -- A factor is never given another secret or owner: it is removed, and another one added.
      GRANT SELECT, INSERT, DELETE, UPDATE (last_used_at, last_step, counter) ON second_factors TO medel_app;

      CREATE TABLE recovery_codes (
        user_id uuid NOT NULL REFERENCES users (id),
        code_hash bytea NOT NULL,
        PRIMARY KEY (user_id, code_hash)
      );
      GRANT SELECT, INSERT, DELETE ON recovery_codes TO medel_app;

      -- Wrong codes in a row, and until when no other is looked at.
      CREATE TABLE second_factor_tries (
        user_id uuid PRIMARY KEY REFERENCES users (id),
        tries integer NOT NULL DEFAULT 0,
        next_at timestamptz(3) NOT NULL DEFAULT 'epoch'
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor_tries TO medel_app;

      -- What a session was asked and has not answered yet.
      CREATE TABLE second_factor_challenges (
        token_hash bytea NOT NULL REFERENCES sessions (token_hash) ON UPDATE CASCADE ON DELETE CASCADE,
        kind text NOT NULL CONSTRAINT second_factor_challenges_kind CHECK (kind IN ('totp', 'newPasskey', 'passkey')),
        value bytea NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        PRIMARY KEY (token_hash, kind)
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor_challenges TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE second_factor_challenges, second_factor_tries, recovery_codes, second_factors;
      DROP TRIGGER tell_of_proof ON sessions;
      ALTER TABLE sessions DROP COLUMN second_factor_at;
    `);
  }
}
