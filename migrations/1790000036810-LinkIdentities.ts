import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of us the people of an identity provider are. A link is made once, by an invitation, and ends with the account. */
export class LinkIdentities1790000036810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE user_identities (
        issuer text NOT NULL,
        subject text NOT NULL,
        user_id uuid NOT NULL REFERENCES users (id),
        linked_at timestamptz(3) NOT NULL,
        PRIMARY KEY (issuer, subject)
      );
      CREATE UNIQUE INDEX user_identities_user ON user_identities (user_id, issuer);
      GRANT SELECT, INSERT, DELETE ON user_identities TO medel_app;

      -- Browsers that went to a provider, and what they must come back with.
      CREATE TABLE sign_in_attempts (
        token_hash bytea PRIMARY KEY,
        provider text NOT NULL,
        state text NOT NULL,
        nonce text NOT NULL,
        verifier text NOT NULL,
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX sign_in_attempts_expire ON sign_in_attempts (expires_at);
      GRANT SELECT, INSERT, DELETE ON sign_in_attempts TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE sign_in_attempts, user_identities`);
  }
}
