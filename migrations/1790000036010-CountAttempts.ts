import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Failed attempts, counted for all processes together. The columns are those that the library which counts expects; a key
 * is a checksum, so that no address of anybody stands here. Unlogged: after a crash of the server counting begins anew.
 */
export class CountAttempts1790000036010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE attempts (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      CREATE INDEX attempts_expire ON attempts (expire);
      GRANT SELECT, INSERT, UPDATE, DELETE ON attempts TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE attempts`);
  }
}
