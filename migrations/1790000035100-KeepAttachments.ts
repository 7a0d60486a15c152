import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that belong to an application: taken away while it is written, a part of it for ever once it is submitted. */
export class KeepAttachments1790000035100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_attachments (
        id uuid NOT NULL CONSTRAINT application_attachments_pk PRIMARY KEY,
        organisation_id uuid NOT NULL,
        application_id uuid NOT NULL,
        file_key text NOT NULL,
        file_name text NOT NULL,
        file_type text NOT NULL,
        sha256 text NOT NULL,
        size bigint NOT NULL,
        added_by uuid NOT NULL,
        added_at timestamptz(3) NOT NULL,
        submission_number integer,
        removed_by uuid,
        removed_at timestamptz(3),
        CONSTRAINT application_attachments_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT application_attachments_file_type
          CHECK (file_type IN ('pdf', 'docx', 'xlsx', 'odt', 'ods', 'png', 'jpeg', 'csv')),
        CONSTRAINT application_attachments_size CHECK (size BETWEEN 1 AND 26214400),
        CONSTRAINT application_attachments_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT application_attachments_removed CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
        CONSTRAINT application_attachments_submitted CHECK (submission_number IS NULL OR removed_at IS NULL)
      );
      CREATE INDEX application_attachments_of_application ON application_attachments (application_id, added_at);
      CREATE UNIQUE INDEX application_attachments_file ON application_attachments (file_key);

      -- Added and taken away while the application is written, and by its recipient.
      CREATE FUNCTION must_attach_to_what_is_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM applications WHERE id = NEW.application_id AND organisation_id = NEW.organisation_id
              AND status IN ('draft', 'completionRequested')) THEN
            RAISE EXCEPTION 'attachments are of an application that is written' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER written BEFORE INSERT OR UPDATE ON application_attachments FOR EACH ROW
        EXECUTE FUNCTION must_attach_to_what_is_written();

      -- What is submitted (I12) or taken away never changes; what is neither becomes one of them, and nothing else.
      CREATE FUNCTION must_keep_attachment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF OLD.submission_number IS NOT NULL OR OLD.removed_at IS NOT NULL
              OR (to_jsonb(NEW) - ARRAY['submission_number', 'removed_by', 'removed_at'])
                IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['submission_number', 'removed_by', 'removed_at'])
              OR (NEW.submission_number IS NOT NULL AND NOT EXISTS (SELECT FROM submissions
                WHERE subject_id = NEW.application_id AND number = NEW.submission_number)) THEN
            RAISE EXCEPTION 'an attachment never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER unchanged BEFORE UPDATE ON application_attachments FOR EACH ROW EXECUTE FUNCTION must_keep_attachment();

      CALL guard_rows('application_attachments', 'true');
      GRANT SELECT, INSERT ON application_attachments TO medel_app;
      GRANT UPDATE (submission_number, removed_by, removed_at) ON application_attachments TO medel_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What came with an application is not thrown away');
  }
}
