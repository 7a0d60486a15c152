import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications, what was submitted with its evidence, and what officers wrote down while assessing. */
export class CreateApplications1790000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Diarienummer: one series a year, never the same number twice. A number taken by an act that failed is not reused.
      DO $$ BEGIN
        FOR year IN 2018..2060 LOOP
          EXECUTE format('CREATE SEQUENCE registry_%s; GRANT USAGE ON SEQUENCE registry_%s TO medel_app', year, year);
        END LOOP;
      END $$;
      CREATE FUNCTION next_registry_number(year integer) RETURNS text LANGUAGE sql VOLATILE AS
        $$ SELECT year || '-' || lpad(nextval('registry_' || year)::text, 6, '0') $$;

      CREATE TABLE applications (
        id uuid NOT NULL CONSTRAINT applications_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        organisation_id uuid NOT NULL,
        call_id uuid NOT NULL,
        registry_number text,
        content jsonb NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        submitted_at timestamptz(3),
        assigned_to uuid,
        completion jsonb,
        CONSTRAINT applications_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT applications_call FOREIGN KEY (call_id) REFERENCES calls (id),
        CONSTRAINT applications_assigned_to FOREIGN KEY (assigned_to) REFERENCES users (id),
        CONSTRAINT applications_registered CHECK ((registry_number IS NULL) = (submitted_at IS NULL))
      );
      CREATE UNIQUE INDEX applications_registry_number ON applications (registry_number) WHERE registry_number IS NOT NULL;
      CREATE INDEX applications_of_organisation ON applications (organisation_id, updated_at DESC, id DESC);
      CREATE INDEX applications_of_call ON applications (call_id, status);
      CREATE INDEX applications_recent ON applications (updated_at DESC, id DESC);
      CREATE INDEX applications_assigned ON applications (assigned_to) WHERE assigned_to IS NOT NULL;

      -- What was signed, word by word, with what the rules said of it then.
      CREATE TABLE submissions (
        id uuid NOT NULL CONSTRAINT submissions_pk PRIMARY KEY,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        number integer NOT NULL,
        content jsonb NOT NULL,
        content_sha256 text NOT NULL,
        evidence jsonb NOT NULL,
        submitted_by uuid NOT NULL,
        submitted_at timestamptz(3) NOT NULL,
        CONSTRAINT submissions_subject_type CHECK (subject_type IN ('application', 'report'))
      );
      CREATE UNIQUE INDEX submissions_number ON submissions (subject_id, number);

      CREATE TABLE interest_declarations (
        id uuid NOT NULL CONSTRAINT interest_declarations_pk PRIMARY KEY,
        application_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        user_id uuid NOT NULL,
        person_id uuid NOT NULL,
        interest text NOT NULL,
        note text NOT NULL,
        declared_at timestamptz(3) NOT NULL,
        CONSTRAINT interest_declarations_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT interest_declarations_interest CHECK (interest IN ('none', 'possible'))
      );
      CREATE INDEX interest_declarations_case ON interest_declarations (application_id, person_id, declared_at);

      CREATE TABLE assessments (
        id uuid NOT NULL CONSTRAINT assessments_pk PRIMARY KEY,
        application_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        user_id uuid NOT NULL,
        person_id uuid NOT NULL,
        criteria jsonb NOT NULL,
        assessed_at timestamptz(3) NOT NULL,
        CONSTRAINT assessments_application FOREIGN KEY (application_id) REFERENCES applications (id)
      );
      CREATE INDEX assessments_case ON assessments (application_id, assessed_at);

      INSERT INTO lifecycle_initial VALUES ('application', 'draft');
      INSERT INTO lifecycle_edges VALUES
        ('application', 'draft', 'draft'), ('application', 'draft', 'submitted'), ('application', 'draft', 'discarded'),
        ('application', 'submitted', 'submitted'), ('application', 'submitted', 'underAssessment'),
        ('application', 'submitted', 'withdrawn'),
        ('application', 'underAssessment', 'underAssessment'), ('application', 'underAssessment', 'completionRequested'),
        ('application', 'underAssessment', 'proposed'), ('application', 'underAssessment', 'withdrawn'),
        ('application', 'completionRequested', 'completionRequested'),
        ('application', 'completionRequested', 'underAssessment'), ('application', 'completionRequested', 'withdrawn'),
        ('application', 'proposed', 'proposed'), ('application', 'proposed', 'underAssessment'),
        ('application', 'proposed', 'decided');
      CALL guard_lifecycle('applications', 'application');
      CREATE TRIGGER content BEFORE UPDATE ON applications FOR EACH ROW
        EXECUTE FUNCTION must_keep_submitted_content('draft', 'completionRequested');

      -- Nobody with a declared interest acts in a case (I9): true where the person's latest word was 'possible'.
      CREATE FUNCTION has_interest(application uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public AS $$
        SELECT coalesce((SELECT interest = 'possible' FROM interest_declarations
          WHERE application_id = application AND person_id = person ORDER BY declared_at DESC, id DESC LIMIT 1), false) $$;

      CALL guard_rows('applications', 'true');
      CALL guard_rows('submissions', 'true');
      CALL guard_rows('interest_declarations', NULL);
      CALL guard_rows('assessments', NULL);
      GRANT SELECT, INSERT, UPDATE ON applications TO medel_app;
      GRANT SELECT, INSERT ON submissions, interest_declarations, assessments TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE assessments, interest_declarations, submissions, applications;
      DROP FUNCTION has_interest, next_registry_number;
      DO $$ BEGIN
        FOR year IN 2018..2060 LOOP EXECUTE format('DROP SEQUENCE registry_%s', year); END LOOP;
      END $$;
      DELETE FROM lifecycle_edges WHERE subject = 'application';
      DELETE FROM lifecycle_initial WHERE subject = 'application';
    `);
  }
}
