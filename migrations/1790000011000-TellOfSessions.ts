import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every process hears at once when a session ends or an account changes, so that none goes on with what it remembers. */
export class TellOfSessions1790000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION tell_of_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('medel_sessions', '');
          RETURN NULL;
        END $$;
      CREATE TRIGGER tell AFTER DELETE ON sessions FOR EACH STATEMENT EXECUTE FUNCTION tell_of_sessions();
      CREATE TRIGGER tell AFTER UPDATE OR DELETE ON users FOR EACH STATEMENT EXECUTE FUNCTION tell_of_sessions();
      CREATE TRIGGER tell AFTER UPDATE ON organisations FOR EACH STATEMENT EXECUTE FUNCTION tell_of_sessions();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tell ON organisations;
      DROP TRIGGER tell ON users;
      DROP TRIGGER tell ON sessions;
      DROP FUNCTION tell_of_sessions;
    `);
  }
}
