import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is no longer kept of cases (gallring): lists of what is due, proposed by one person and approved by another. The database
 * lets nothing go that stands on no approved list, and the list stays as the record of what went.
 */
export class ThinCases1790000037100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE thinnings (
        id uuid NOT NULL CONSTRAINT thinnings_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        programme_code text NOT NULL,
        material text NOT NULL,
        rule jsonb NOT NULL,
        latest_event date NOT NULL,
        listed_at timestamptz(3) NOT NULL,
        proposed_by uuid,
        proposed_by_person uuid,
        proposed_at timestamptz(3),
        decided_by uuid,
        decided_by_person uuid,
        decided_at timestamptz(3),
        note text,
        carried_out_at timestamptz(3),
        CONSTRAINT thinnings_material CHECK (material IN ('discardedDraft', 'abandonedDraft', 'refusedAttachments')),
        CONSTRAINT thinnings_proposed CHECK (num_nonnulls(proposed_by, proposed_by_person, proposed_at)
          = CASE WHEN status IN ('proposed', 'approved', 'carriedOut') THEN 3 ELSE 0 END),
        CONSTRAINT thinnings_decided CHECK (num_nonnulls(decided_by, decided_by_person, decided_at)
          = CASE WHEN status IN ('approved', 'carriedOut', 'kept') THEN 3 ELSE 0 END),
        CONSTRAINT thinnings_four_eyes CHECK (proposed_by_person <> decided_by_person),
        CONSTRAINT thinnings_carried_out CHECK ((status = 'carriedOut') = (carried_out_at IS NOT NULL))
      );
      CREATE INDEX thinnings_recent ON thinnings (listed_at DESC, id DESC);

      CREATE TABLE thinning_items (
        thinning_id uuid NOT NULL,
        application_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        event_on date NOT NULL,
        files jsonb,
        outcome text,
        CONSTRAINT thinning_items_pk PRIMARY KEY (thinning_id, application_id),
        CONSTRAINT thinning_items_thinning FOREIGN KEY (thinning_id) REFERENCES thinnings (id),
        CONSTRAINT thinning_items_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT thinning_items_outcome CHECK (outcome IN ('thinned', 'exempt'))
      );
      CREATE INDEX thinning_items_of_application ON thinning_items (application_id);

      INSERT INTO lifecycle_initial VALUES ('thinning', 'listed');
      INSERT INTO lifecycle_edges VALUES
        ('thinning', 'listed', 'proposed'), ('thinning', 'listed', 'kept'), ('thinning', 'proposed', 'listed'),
        ('thinning', 'proposed', 'approved'), ('thinning', 'approved', 'carriedOut'),
        ('application', 'discarded', 'discarded'), ('application', 'withdrawn', 'withdrawn');
      CALL guard_lifecycle('thinnings', 'thinning');
      CREATE TRIGGER named_proposed_by AFTER INSERT OR UPDATE OF proposed_by, proposed_by_person ON thinnings FOR EACH ROW
        WHEN (NEW.proposed_by IS NOT NULL OR NEW.proposed_by_person IS NOT NULL) EXECUTE FUNCTION must_name_person_of_proposed_by();
      CREATE TRIGGER named_decided_by AFTER INSERT OR UPDATE OF decided_by, decided_by_person ON thinnings FOR EACH ROW
        WHEN (NEW.decided_by IS NOT NULL OR NEW.decided_by_person IS NOT NULL) EXECUTE FUNCTION must_name_person_of_decided_by();

      -- What was listed is what is approved, and who proposed what was approved stands.
      CREATE FUNCTION must_keep_thinning() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (NEW.programme_code, NEW.material, NEW.rule, NEW.latest_event, NEW.listed_at)
              IS DISTINCT FROM (OLD.programme_code, OLD.material, OLD.rule, OLD.latest_event, OLD.listed_at)
            OR (OLD.status NOT IN ('listed', 'proposed') AND (NEW.proposed_by_person, NEW.decided_by_person, NEW.decided_at)
              IS DISTINCT FROM (OLD.proposed_by_person, OLD.decided_by_person, OLD.decided_at)) THEN
            RAISE EXCEPTION 'a list of what is due never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER kept BEFORE UPDATE ON thinnings FOR EACH ROW EXECUTE FUNCTION must_keep_thinning();

      -- Made with its list, and told once what became of it, while an approved list is carried out.
      CREATE FUNCTION must_keep_thinning_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE list thinnings;
        BEGIN
          SELECT * INTO list FROM thinnings WHERE id = NEW.thinning_id;
          IF TG_OP = 'INSERT' THEN
            IF list.status <> 'listed' OR list.version <> 1 OR NEW.outcome IS NOT NULL OR NOT EXISTS (SELECT FROM applications
                WHERE id = NEW.application_id AND organisation_id = NEW.organisation_id) THEN
              RAISE EXCEPTION 'a list is made at once' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
          ELSIF OLD.outcome IS NOT NULL OR list.status <> 'approved'
            OR (NEW.thinning_id, NEW.application_id, NEW.organisation_id, NEW.event_on)
              IS DISTINCT FROM (OLD.thinning_id, OLD.application_id, OLD.organisation_id, OLD.event_on) THEN
            RAISE EXCEPTION 'what became of it is told once' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER kept BEFORE INSERT OR UPDATE ON thinning_items FOR EACH ROW EXECUTE FUNCTION must_keep_thinning_item();

      CALL guard_rows('thinnings', NULL);
      CALL guard_rows('thinning_items', NULL);
      -- A list is of many organisations.
      GRANT SELECT, INSERT, UPDATE ON thinnings TO medel_app;
      GRANT SELECT, INSERT ON thinning_items TO medel_app;
      GRANT UPDATE (files, outcome) ON thinning_items TO medel_app;

      ALTER TABLE applications ADD COLUMN thinned_at timestamptz(3);
      ALTER TABLE application_attachments ADD COLUMN thinned_at timestamptz(3);
      GRANT UPDATE (thinned_at) ON application_attachments TO medel_app;
      CREATE FUNCTION is_approved_to_thin(application uuid, materials text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public AS $$
          SELECT EXISTS (SELECT FROM thinning_items i JOIN thinnings t ON t.id = i.thinning_id
            WHERE i.application_id = application AND t.status = 'approved' AND t.material = ANY (materials)) $$;

      CREATE FUNCTION must_be_approved_to_thin() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.thinned_at IS DISTINCT FROM OLD.thinned_at AND (OLD.thinned_at IS NOT NULL OR NOT is_approved_to_thin(NEW.id,
              CASE WHEN NEW.registry_number IS NULL THEN ARRAY['discardedDraft', 'abandonedDraft']
                ELSE ARRAY['refusedAttachments'] END)) THEN
            RAISE EXCEPTION 'nothing goes that stands on no approved list' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER thinned BEFORE UPDATE OF thinned_at ON applications FOR EACH ROW EXECUTE FUNCTION must_be_approved_to_thin();

      -- As before, and what was never submitted may be emptied as it is thinned.
      CREATE FUNCTION must_keep_application() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.content IS DISTINCT FROM OLD.content AND OLD.status NOT IN ('draft', 'completionRequested')
            AND NOT (OLD.status = 'discarded' AND OLD.registry_number IS NULL AND OLD.thinned_at IS NULL
              AND NEW.thinned_at IS NOT NULL) THEN
            RAISE EXCEPTION 'applications: submitted content never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      DROP TRIGGER content ON applications;
      CREATE TRIGGER content BEFORE UPDATE OF content ON applications FOR EACH ROW EXECUTE FUNCTION must_keep_application();

      CREATE OR REPLACE FUNCTION must_attach_to_what_is_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = public AS $$
        BEGIN
          IF TG_OP = 'UPDATE' AND NEW.thinned_at IS DISTINCT FROM OLD.thinned_at THEN
            IF NOT EXISTS (SELECT FROM applications WHERE id = NEW.application_id AND thinned_at = NEW.thinned_at) THEN
              RAISE EXCEPTION 'a file is thinned with its application' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
          ELSIF NOT EXISTS (SELECT FROM applications WHERE id = NEW.application_id AND organisation_id = NEW.organisation_id
              AND status IN ('draft', 'completionRequested')) THEN
            RAISE EXCEPTION 'attachments are of an application that is written' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE OR REPLACE FUNCTION must_keep_attachment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF NEW.thinned_at IS DISTINCT FROM OLD.thinned_at AND OLD.thinned_at IS NULL AND OLD.removed_at IS NULL
              AND to_jsonb(NEW) - 'thinned_at' = to_jsonb(OLD) - 'thinned_at' THEN
            RETURN NEW;
          END IF;
          IF OLD.submission_number IS NOT NULL OR OLD.removed_at IS NOT NULL
              OR (to_jsonb(NEW) - ARRAY['submission_number', 'removed_by', 'removed_at'])
                IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['submission_number', 'removed_by', 'removed_at'])
              OR (NEW.submission_number IS NOT NULL AND NOT EXISTS (SELECT FROM submissions
                WHERE subject_id = NEW.application_id AND number = NEW.submission_number)) THEN
            RAISE EXCEPTION 'an attachment never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;

      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), '; ')
          || ' UNION ALL SELECT ''thinning''::text, id, version FROM thinnings';
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was thinned does not come back');
  }
}
