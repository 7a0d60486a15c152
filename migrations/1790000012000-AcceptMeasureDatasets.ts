import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A data set is read, looked at and accepted before it answers; every step audited, and what was accepted never changes. */
export class AcceptMeasureDatasets1790000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE measure_datasets
        ADD COLUMN version bigint,
        ADD COLUMN status text,
        ADD COLUMN received_at timestamptz(3),
        ADD COLUMN format text,
        ADD COLUMN mapping jsonb,
        ADD COLUMN origin jsonb,
        ADD COLUMN file_key text,
        ADD COLUMN size bigint,
        ADD COLUMN rejected jsonb,
        ADD COLUMN rejected_count integer,
        ADD COLUMN diff jsonb,
        ADD COLUMN failure text,
        ADD COLUMN reason text,
        ALTER COLUMN licence DROP NOT NULL,
        ALTER COLUMN sha256 DROP NOT NULL,
        ALTER COLUMN row_count DROP NOT NULL,
        ALTER COLUMN loaded_at DROP NOT NULL;

      -- What was loaded before there was a lifecycle was in use from the moment it was loaded.
      UPDATE measure_datasets
        SET version = 3, status = 'accepted', received_at = loaded_at, rejected = '[]', rejected_count = 0;
      INSERT INTO audit_events (subject_type, subject_id, seq, action, actor_id, actor_person, at, data)
        SELECT 'measureDataset', d.id, step.seq, step.action, d.loaded_by, coalesce(u.person_id, d.loaded_by), d.loaded_at,
          CASE step.seq WHEN 1 THEN json_build_object('kind', d.kind, 'source', d.source, 'vintage', d.vintage, 'sha256', d.sha256)
            ELSE json_build_object('from', step.from_status, 'to', step.to_status, 'rowCount', d.row_count) END
        FROM measure_datasets d LEFT JOIN users u ON u.id = d.loaded_by
        CROSS JOIN (VALUES (1, 'create', NULL, NULL), (2, 'complete', 'reading', 'awaitingAcceptance'),
          (3, 'accept', 'awaitingAcceptance', 'accepted')) AS step(seq, action, from_status, to_status)
        ORDER BY d.id, step.seq;

      ALTER TABLE measure_datasets
        ALTER COLUMN version SET NOT NULL,
        ALTER COLUMN status SET NOT NULL,
        ALTER COLUMN received_at SET NOT NULL,
        ALTER COLUMN rejected SET NOT NULL,
        ALTER COLUMN rejected_count SET NOT NULL,
        ADD CONSTRAINT measure_datasets_read CHECK (status IN ('reading', 'failed')
          OR sha256 IS NOT NULL AND row_count IS NOT NULL AND rejected_count = 0),
        ADD CONSTRAINT measure_datasets_accepted CHECK ((status = 'accepted') = (loaded_at IS NOT NULL));

      -- The same file is the same data set, unless nothing came of it.
      DROP INDEX measure_datasets_file;
      CREATE UNIQUE INDEX measure_datasets_file ON measure_datasets (kind, sha256)
        WHERE status IN ('reading', 'awaitingAcceptance', 'accepted');
      CREATE INDEX measure_datasets_recent ON measure_datasets (received_at DESC, id DESC);

      INSERT INTO lifecycle_initial VALUES ('measureDataset', 'reading');
      INSERT INTO lifecycle_edges VALUES
        ('measureDataset', 'reading', 'awaitingAcceptance'), ('measureDataset', 'reading', 'failed'),
        ('measureDataset', 'awaitingAcceptance', 'accepted'), ('measureDataset', 'awaitingAcceptance', 'rejected');
      CALL guard_lifecycle('measure_datasets', 'measureDataset');

      -- What a data set was said to be stays; its file is told once.
      CREATE FUNCTION must_stay_as_received() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (NEW.kind, NEW.source, NEW.vintage, NEW.licence, NEW.file_name, NEW.loaded_by, NEW.received_at, NEW.format,
                NEW.mapping, NEW.origin)
              IS DISTINCT FROM (OLD.kind, OLD.source, OLD.vintage, OLD.licence, OLD.file_name, OLD.loaded_by, OLD.received_at,
                OLD.format, OLD.mapping, OLD.origin)
            OR OLD.sha256 IS NOT NULL AND (NEW.sha256, NEW.file_key, NEW.size) IS DISTINCT FROM (OLD.sha256, OLD.file_key, OLD.size)
            OR OLD.status <> 'reading' AND (NEW.row_count, NEW.rejected_count, NEW.rejected, NEW.failure)
              IS DISTINCT FROM (OLD.row_count, OLD.rejected_count, OLD.rejected, OLD.failure) THEN
            RAISE EXCEPTION 'measure_datasets: what was received never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER as_received BEFORE UPDATE ON measure_datasets FOR EACH ROW EXECUTE FUNCTION must_stay_as_received();

      CREATE FUNCTION must_not_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '%: what was loaded never changes', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
        END $$;
      CREATE TRIGGER frozen BEFORE DELETE OR TRUNCATE ON measure_datasets
        FOR EACH STATEMENT EXECUTE FUNCTION must_not_change();
      CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON measure_values
        FOR EACH STATEMENT EXECUTE FUNCTION must_not_change();
      CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON measure_series
        FOR EACH STATEMENT EXECUTE FUNCTION must_not_change();
      CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON areas
        FOR EACH STATEMENT EXECUTE FUNCTION must_not_change();

      -- Values come with the acceptance and never after it. Asked once a statement: a million rows are one question.
      CREATE FUNCTION must_await_acceptance() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM measure_datasets WHERE status <> 'awaitingAcceptance'
              AND id IN (SELECT DISTINCT dataset_id FROM added)) THEN
            RAISE EXCEPTION '%: values are added when their data set is accepted', TG_TABLE_NAME
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER accepted AFTER INSERT ON measure_values REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION must_await_acceptance();
      CREATE TRIGGER accepted AFTER INSERT ON measure_series REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION must_await_acceptance();
      CREATE TRIGGER accepted AFTER INSERT ON areas REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION must_await_acceptance();

      -- Adds to the view as it stands.
      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), '; ')
          || ' UNION ALL SELECT ''measureDataset''::text, id, version FROM measure_datasets';
      END $$;

      GRANT UPDATE ON measure_datasets TO medel_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Data sets that were never accepted have no place in what was before');
  }
}
