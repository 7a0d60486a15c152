import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exports that come by themselves: ordered by the clock, for those who are to have them. */
export class RecurExports1790000034500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE export_schedules (
        id uuid NOT NULL CONSTRAINT export_schedules_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        format text NOT NULL,
        filters jsonb NOT NULL,
        csv jsonb,
        as_of text NOT NULL,
        recurrence jsonb NOT NULL,
        recipients uuid[] NOT NULL,
        keep_days integer,
        keep_files integer,
        owned_by uuid NOT NULL,
        created_at timestamptz(3) NOT NULL,
        next_run_at timestamptz(3),
        last_run_at timestamptz(3),
        missed_runs integer NOT NULL,
        paused_reason text,
        CONSTRAINT export_schedules_owned_by FOREIGN KEY (owned_by) REFERENCES users (id),
        CONSTRAINT export_schedules_as_of CHECK (as_of IN ('now', 'periodEnd')),
        CONSTRAINT export_schedules_kept CHECK (keep_days > 0 OR keep_files > 0),
        CONSTRAINT export_schedules_next CHECK ((status = 'active') = (next_run_at IS NOT NULL)),
        CONSTRAINT export_schedules_paused CHECK ((status = 'paused') = (paused_reason IS NOT NULL))
      );
      CREATE INDEX export_schedules_recent ON export_schedules (created_at DESC, id DESC);
      CREATE INDEX export_schedules_due ON export_schedules (next_run_at) WHERE next_run_at IS NOT NULL;

      INSERT INTO lifecycle_initial VALUES ('exportSchedule', 'active');
      INSERT INTO lifecycle_edges VALUES
        ('exportSchedule', 'active', 'active'), ('exportSchedule', 'active', 'paused'), ('exportSchedule', 'active', 'ended'),
        ('exportSchedule', 'paused', 'paused'), ('exportSchedule', 'paused', 'active'), ('exportSchedule', 'paused', 'ended');
      CALL guard_lifecycle('export_schedules', 'exportSchedule');
      GRANT SELECT, INSERT, UPDATE ON export_schedules TO medel_app;

      -- Whatever the clock does, a moment at which an export is due yields one.
      ALTER TABLE exports ADD COLUMN schedule_id uuid, ADD COLUMN due_at timestamptz(3),
        ADD CONSTRAINT exports_schedule FOREIGN KEY (schedule_id) REFERENCES export_schedules (id),
        ADD CONSTRAINT exports_due CHECK ((schedule_id IS NULL) = (due_at IS NULL));
      CREATE UNIQUE INDEX exports_of_schedule ON exports (schedule_id, due_at) WHERE schedule_id IS NOT NULL;

      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), '; ')
          || ' UNION ALL SELECT ''exportSchedule''::text, id, version FROM export_schedules';
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was ordered, and for whom, is not thrown away');
  }
}
