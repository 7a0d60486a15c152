import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signing in and out is an event of the account. Refused tries are counted first, and told together. */
export class TellOfSignIns1790000036910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As the attempts beside it: after a crash of the server counting begins anew, and a wrong password costs no wait for the disk,
      -- by which an account that there is could be told from one that there is not.
      CREATE UNLOGGED TABLE refused_sign_ins (
        user_id uuid PRIMARY KEY,
        since timestamptz(3) NOT NULL,
        until timestamptz(3) NOT NULL,
        count integer NOT NULL
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON refused_sign_ins TO medel_app;

      -- An event of its own changes nothing of what an account may do: nobody need read it again.
      DROP TRIGGER tell ON users;
      CREATE TRIGGER tell AFTER DELETE OR UPDATE OF person_id, email, name, password_hash, roles, organisation_id, is_active ON users
        FOR EACH STATEMENT EXECUTE FUNCTION tell_of_sessions();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE refused_sign_ins;
      DROP TRIGGER tell ON users;
      CREATE TRIGGER tell AFTER DELETE OR UPDATE ON users FOR EACH STATEMENT EXECUTE FUNCTION tell_of_sessions();
    `);
  }
}
