import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of booked rows that recipients send with a report, what they come to, and which were taken into it. */
export class KeepAccountingImports1790000024000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting_imports (
        id uuid NOT NULL CONSTRAINT accounting_imports_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        organisation_id uuid NOT NULL,
        report_id uuid NOT NULL,
        file_key text NOT NULL,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        size bigint NOT NULL,
        format text NOT NULL,
        encoding text NOT NULL,
        company jsonb NOT NULL,
        mapping jsonb NOT NULL,
        years integer[] NOT NULL,
        counts jsonb NOT NULL,
        sums jsonb NOT NULL,
        findings jsonb NOT NULL,
        finding_count integer NOT NULL,
        imported_by uuid NOT NULL,
        imported_at timestamptz(3) NOT NULL,
        adopted_by uuid,
        adopted_at timestamptz(3),
        CONSTRAINT accounting_imports_report FOREIGN KEY (report_id) REFERENCES reports (id),
        CONSTRAINT accounting_imports_format CHECK (format IN ('sie', 'csv')),
        CONSTRAINT accounting_imports_encoding CHECK (encoding IN ('cp437', 'utf8', 'latin1')),
        CONSTRAINT accounting_imports_adopted CHECK (status <> 'adopted'
          OR (finding_count = 0 AND adopted_by IS NOT NULL AND adopted_at IS NOT NULL))
      );
      CREATE INDEX accounting_imports_of_report ON accounting_imports (report_id, imported_at);
      CREATE INDEX accounting_imports_of_organisation ON accounting_imports (organisation_id, imported_at);

      -- The file that was sent stays what it was, whatever becomes of its mapping.
      CREATE FUNCTION must_keep_accounting_file() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (NEW.organisation_id, NEW.report_id, NEW.file_key, NEW.file_name, NEW.sha256, NEW.size, NEW.imported_by, NEW.imported_at)
              IS DISTINCT FROM
             (OLD.organisation_id, OLD.report_id, OLD.file_key, OLD.file_name, OLD.sha256, OLD.size, OLD.imported_by, OLD.imported_at)
          THEN
            RAISE EXCEPTION 'a file of booked rows never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;

      -- Rows are taken in while their report is written, and by its recipient.
      CREATE FUNCTION must_import_into_open_report() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM reports WHERE id = NEW.report_id AND organisation_id = NEW.organisation_id
              AND status IN ('open', 'completionRequested')) THEN
            RAISE EXCEPTION 'booked rows are taken into a report while it is written'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;

      INSERT INTO lifecycle_initial VALUES ('accountingImport', 'previewed');
      INSERT INTO lifecycle_edges VALUES ('accountingImport', 'previewed', 'previewed'),
        ('accountingImport', 'previewed', 'adopted');
      CALL guard_lifecycle('accounting_imports', 'accountingImport');
      CREATE TRIGGER file BEFORE UPDATE ON accounting_imports FOR EACH ROW EXECUTE FUNCTION must_keep_accounting_file();
      CREATE TRIGGER open_report BEFORE INSERT OR UPDATE ON accounting_imports FOR EACH ROW
        EXECUTE FUNCTION must_import_into_open_report();
      CALL guard_rows('accounting_imports', 'true');
      GRANT SELECT, INSERT, UPDATE ON accounting_imports TO medel_app;

      -- Adds to the view as it stands.
      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), '; ')
          || ' UNION ALL SELECT ''accountingImport''::text, id, version FROM accounting_imports';
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What a report rests on is not thrown away');
  }
}
