import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Samples of reports with all that could have been drawn, and the proof that is asked of those who were. */
export class DrawSamples1790000024500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE samples (
        id uuid NOT NULL CONSTRAINT samples_pk PRIMARY KEY,
        version bigint NOT NULL,
        call_id uuid,
        programme_code text,
        year integer NOT NULL,
        size integer NOT NULL,
        population integer NOT NULL,
        seed text NOT NULL,
        seed_chosen boolean NOT NULL,
        weights jsonb NOT NULL,
        proofs text[] NOT NULL,
        drawn_by uuid NOT NULL,
        drawn_at timestamptz(3) NOT NULL,
        CONSTRAINT samples_call FOREIGN KEY (call_id) REFERENCES calls (id),
        CONSTRAINT samples_among CHECK (num_nonnulls(call_id, programme_code) = 1),
        CONSTRAINT samples_size CHECK (size BETWEEN 1 AND population)
      );
      CREATE INDEX samples_recent ON samples (drawn_at DESC, id DESC);
      CREATE INDEX samples_of_call ON samples (call_id);

      -- Everything that could have been drawn, so that whoever has the seed can draw it again.
      CREATE TABLE sample_members (
        sample_id uuid NOT NULL,
        report_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        parts jsonb NOT NULL,
        score bigint NOT NULL,
        numerator bigint NOT NULL,
        denominator bigint NOT NULL,
        is_drawn boolean NOT NULL,
        CONSTRAINT sample_members_pk PRIMARY KEY (sample_id, report_id),
        CONSTRAINT sample_members_sample FOREIGN KEY (sample_id) REFERENCES samples (id),
        CONSTRAINT sample_members_report FOREIGN KEY (report_id) REFERENCES reports (id),
        CONSTRAINT sample_members_probability CHECK (numerator BETWEEN 0 AND denominator AND denominator > 0 AND score > 0),
        CONSTRAINT sample_members_possible CHECK (CASE WHEN is_drawn THEN numerator > 0 ELSE numerator < denominator END)
      );
      CREATE INDEX sample_members_of_report ON sample_members (report_id);

      CREATE FUNCTION must_come_with_sample() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM (SELECT DISTINCT sample_id FROM added) a LEFT JOIN samples s ON s.id = a.sample_id
              WHERE s.id IS NULL OR s.xmin::text <> (pg_current_xact_id()::xid)::text) THEN
            RAISE EXCEPTION 'the members of a sample are written with it' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER with_sample AFTER INSERT ON sample_members REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION must_come_with_sample();

      CREATE FUNCTION must_draw_as_many() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE found record;
        BEGIN
          SELECT count(*) AS population, count(*) FILTER (WHERE is_drawn) AS size INTO found
            FROM sample_members WHERE sample_id = NEW.id;
          IF (found.population, found.size) IS DISTINCT FROM (NEW.population::bigint, NEW.size::bigint) THEN
            RAISE EXCEPTION 'a sample of % among % has % among %', NEW.size, NEW.population, found.size, found.population
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER as_many AFTER INSERT ON samples DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        EXECUTE FUNCTION must_draw_as_many();

      CREATE TABLE evidence_demands (
        id uuid NOT NULL CONSTRAINT evidence_demands_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        organisation_id uuid NOT NULL,
        report_id uuid NOT NULL,
        sample_id uuid NOT NULL,
        proofs text[] NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        answered_at timestamptz(3),
        reviewed_by uuid,
        reviewed_at timestamptz(3),
        review_note text,
        CONSTRAINT evidence_demands_report FOREIGN KEY (report_id) REFERENCES reports (id),
        CONSTRAINT evidence_demands_sample FOREIGN KEY (sample_id) REFERENCES samples (id),
        CONSTRAINT evidence_demands_proofs CHECK (cardinality(proofs) > 0),
        CONSTRAINT evidence_demands_accepted CHECK (status <> 'accepted' OR (answered_at IS NOT NULL AND reviewed_by IS NOT NULL))
      );
      -- A report is asked once, however many samples it is drawn in.
      CREATE UNIQUE INDEX evidence_demands_once ON evidence_demands (report_id);
      CREATE INDEX evidence_demands_of_sample ON evidence_demands (sample_id);

      CREATE TABLE evidence_files (
        id uuid NOT NULL CONSTRAINT evidence_files_pk PRIMARY KEY,
        organisation_id uuid NOT NULL,
        demand_id uuid NOT NULL,
        file_key text NOT NULL,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        size bigint NOT NULL,
        note text NOT NULL,
        sent_by uuid NOT NULL,
        sent_at timestamptz(3) NOT NULL,
        CONSTRAINT evidence_files_demand FOREIGN KEY (demand_id) REFERENCES evidence_demands (id)
      );
      CREATE INDEX evidence_files_of_demand ON evidence_files (demand_id, sent_at);

      -- Proof is asked, sent and judged while the report is not settled.
      CREATE FUNCTION must_demand_of_unsettled_report() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM reports WHERE id = NEW.report_id AND organisation_id = NEW.organisation_id
              AND status IN ('open', 'submitted', 'completionRequested')) THEN
            RAISE EXCEPTION 'proof is asked of a report that is not settled' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE FUNCTION must_have_evidence_accepted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NEW.status = 'approved' AND OLD.status <> 'approved' AND EXISTS (SELECT FROM evidence_demands
              WHERE report_id = NEW.id AND status <> 'accepted') THEN
            RAISE EXCEPTION 'the proof that was asked of the report is not accepted'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'reports_evidence';
          END IF;
          RETURN NEW;
        END $$;
      -- Named to be asked after the trigger lifecycle: whether there is such a step comes first.
      CREATE TRIGGER proven BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION must_have_evidence_accepted();

      INSERT INTO lifecycle_initial VALUES ('evidenceDemand', 'requested');
      INSERT INTO lifecycle_edges VALUES ('evidenceDemand', 'requested', 'answered'),
        ('evidenceDemand', 'answered', 'answered'), ('evidenceDemand', 'answered', 'accepted'),
        ('evidenceDemand', 'answered', 'requested');
      CALL guard_lifecycle('evidence_demands', 'evidenceDemand');
      CREATE TRIGGER unsettled BEFORE INSERT OR UPDATE ON evidence_demands FOR EACH ROW
        EXECUTE FUNCTION must_demand_of_unsettled_report();
      CALL guard_audit('samples', 'sample');

      -- How risky a recipient is thought to be is the agency's own.
      CALL guard_rows('samples', NULL);
      CALL guard_rows('sample_members', NULL);
      CALL guard_rows('evidence_demands', 'true');
      CALL guard_rows('evidence_files', 'true');
      GRANT SELECT, INSERT ON samples, sample_members, evidence_files TO medel_app;
      GRANT SELECT, INSERT, UPDATE ON evidence_demands TO medel_app;

      -- Adds to the view as it stands.
      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), '; ')
          || ' UNION ALL SELECT ''sample''::text, id, version FROM samples'
          || ' UNION ALL SELECT ''evidenceDemand''::text, id, version FROM evidence_demands';
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was drawn is not thrown away');
  }
}
