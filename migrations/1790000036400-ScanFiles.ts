import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a scanner said of a file that was sent. One without a row was taken in while there was no scanner. */
export class ScanFiles1790000036400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE file_scans (
        id uuid NOT NULL CONSTRAINT file_scans_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        organisation_id uuid NOT NULL,
        file_key text NOT NULL,
        ordered_at timestamptz(3) NOT NULL,
        signature text,
        scanned_at timestamptz(3),
        tries integer NOT NULL DEFAULT 0,
        tried_at timestamptz(3),
        fault text,
        CONSTRAINT file_scans_scanned CHECK ((status = 'waiting') = (scanned_at IS NULL)),
        CONSTRAINT file_scans_signature CHECK ((status = 'infected') = (signature IS NOT NULL)),
        CONSTRAINT file_scans_fault CHECK (fault IN ('unreachable', 'tooSlow', 'cutOff', 'garbled', 'refused', 'fileUnreadable'))
      );
      CREATE UNIQUE INDEX file_scans_file ON file_scans (file_key);
      CREATE INDEX file_scans_waiting ON file_scans (ordered_at) WHERE status = 'waiting';

      INSERT INTO lifecycle_initial VALUES ('fileScan', 'waiting');
      INSERT INTO lifecycle_edges VALUES ('fileScan', 'waiting', 'clean'), ('fileScan', 'waiting', 'infected');
      -- That nobody answered is noted and is no step: only what changes more than that follows the lifecycle and is audited.
      CREATE TRIGGER lifecycle BEFORE INSERT OR UPDATE OF id, version, status, organisation_id, file_key, ordered_at, signature,
        scanned_at ON file_scans FOR EACH ROW EXECUTE FUNCTION must_follow_lifecycle('fileScan');
      CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR UPDATE OF id, version, status, organisation_id, file_key, ordered_at, signature,
        scanned_at ON file_scans DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION must_be_audited('fileScan');

      CALL guard_rows('file_scans', 'true');
      GRANT SELECT, INSERT ON file_scans TO medel_app;
      GRANT UPDATE (version, status, signature, scanned_at, tries, tried_at, fault) ON file_scans TO medel_app;

      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), '; ')
          || ' UNION ALL SELECT ''fileScan''::text, id, version FROM file_scans';
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was said of a file is not thrown away');
  }
}
