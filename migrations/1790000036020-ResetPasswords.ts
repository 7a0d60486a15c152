import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A token that sets a password is for the first one or for a new one. */
export class ResetPasswords1790000036020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE user_invitations ADD COLUMN purpose text NOT NULL DEFAULT 'invitation'
        CONSTRAINT user_invitations_purpose CHECK (purpose IN ('invitation', 'reset'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM user_invitations WHERE purpose = 'reset';
      ALTER TABLE user_invitations DROP COLUMN purpose`);
  }
}
