import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exports: ordered, made once by the worker, kept until they expire. */
export class CreateExports1790000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exports (
        id uuid NOT NULL CONSTRAINT exports_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        kind text NOT NULL,
        format text NOT NULL,
        filters jsonb NOT NULL,
        as_of date,
        requested_by uuid NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        result jsonb,
        failure text,
        expires_at timestamptz(3),
        CONSTRAINT exports_requested_by FOREIGN KEY (requested_by) REFERENCES users (id),
        CONSTRAINT exports_result CHECK (status <> 'ready' OR result IS NOT NULL)
      );
      CREATE INDEX exports_recent ON exports (requested_at DESC, id DESC);
      CREATE INDEX exports_unfinished ON exports (requested_at) WHERE status IN ('queued', 'running');

      -- How far a running export has come: changes often, is no event of the case, and is gone when it is done.
      CREATE UNLOGGED TABLE export_progress (
        export_id uuid PRIMARY KEY, rows bigint NOT NULL, total bigint NOT NULL, at timestamptz NOT NULL DEFAULT now()
      );

      -- Text that a spreadsheet would read as a formula is given an apostrophe; numbers are not text and stay numbers.
      CREATE FUNCTION guard_cell(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        $$ SELECT CASE WHEN value ~ '^[=+@\\t\\r-]' THEN '''' || value ELSE value END $$;

      INSERT INTO lifecycle_initial VALUES ('export', 'queued');
      INSERT INTO lifecycle_edges VALUES
        ('export', 'queued', 'running'), ('export', 'queued', 'cancelled'), ('export', 'running', 'running'),
        ('export', 'running', 'ready'), ('export', 'running', 'failed'), ('export', 'running', 'cancelled'),
        ('export', 'ready', 'expired'), ('export', 'failed', 'queued');
      CALL guard_lifecycle('exports', 'export');
      GRANT SELECT, INSERT, UPDATE ON exports TO medel_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON export_progress TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE export_progress, exports;
      DROP FUNCTION guard_cell;
      DELETE FROM lifecycle_edges WHERE subject = 'export';
      DELETE FROM lifecycle_initial WHERE subject = 'export';
    `);
  }
}
