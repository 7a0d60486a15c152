import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an export says of itself, how its CSV is written, and who waits for the run of another. */
export class TellWhatExportsHold1790000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE exports ADD COLUMN csv jsonb, ADD COLUMN manifest text;

      -- Orders that take the file of an equal one, which was queued or running when they came.
      CREATE TABLE export_shares (
        export_id uuid PRIMARY KEY REFERENCES exports (id), leader_id uuid NOT NULL REFERENCES exports (id)
      );
      CREATE INDEX export_shares_of ON export_shares (leader_id);
      GRANT SELECT, INSERT, UPDATE, DELETE ON export_shares TO medel_app;

      -- Large exports run one at a time; one that found another at work waits here, and is no dead one.
      CREATE UNLOGGED TABLE export_waiting_large (export_id uuid PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
      GRANT SELECT, INSERT, UPDATE, DELETE ON export_waiting_large TO medel_app;

      -- A text that begins with apostrophes before what is guarded gets one more, so that taking one away gives any text
      -- back. Newlines and the wide forms of the signs are guarded too.
      CREATE OR REPLACE FUNCTION guard_cell(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        $$ SELECT CASE WHEN value ~ '^''*[=+@\\t\\r\\n＝＋－＠-]' THEN '''' || value ELSE value END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION guard_cell(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        $$ SELECT CASE WHEN value ~ '^[=+@\\t\\r-]' THEN '''' || value ELSE value END $$;
      DROP TABLE export_waiting_large, export_shares;
      ALTER TABLE exports DROP COLUMN csv, DROP COLUMN manifest;
    `);
  }
}
