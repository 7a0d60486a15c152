import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session can be told from another: by an id that is not its token, and by the device and network it began at. */
export class ShowOwnSessions1790000036000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
        -- Names, not the header: 'Firefox', 'Windows'.
        ADD COLUMN browser text,
        ADD COLUMN system text,
        -- The network, not the machine: '192.0.2.x'.
        ADD COLUMN network text;
      CREATE UNIQUE INDEX sessions_id ON sessions (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE sessions DROP COLUMN id, DROP COLUMN browser, DROP COLUMN system, DROP COLUMN network`,
    );
  }
}
