import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `content` is what was handed in; what a recipient writes while it is asked for a completion, or before it reports, stands
 * beside it in `draft` until that is handed in. Lists, searches, follow-up and letters saw an unsigned draft before.
 */
export class DraftBesideWhatWasHandedIn1790000038500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE applications ADD COLUMN draft jsonb,
        ADD CONSTRAINT applications_draft CHECK (draft IS NULL OR status = 'completionRequested');
      ALTER TABLE reports ADD COLUMN draft jsonb,
        ADD CONSTRAINT reports_draft CHECK (draft IS NULL OR status IN ('open', 'completionRequested'));
      ${moved('applications', "('completionRequested', 'withdrawn')")}
      ${moved('reports', "('completionRequested', 'cancelled')")}

      -- As before, and what was handed in stands until something else is.
      CREATE OR REPLACE FUNCTION must_keep_application() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.content IS DISTINCT FROM OLD.content AND OLD.status <> 'draft'
            AND NOT (OLD.status = 'completionRequested' AND NEW.status = 'underAssessment')
            AND NOT (OLD.status = 'discarded' AND OLD.registry_number IS NULL AND OLD.thinned_at IS NULL
              AND NEW.thinned_at IS NOT NULL) THEN
            RAISE EXCEPTION 'applications: submitted content never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE FUNCTION must_keep_report() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.content IS DISTINCT FROM OLD.content AND NOT (OLD.status <> 'submitted' AND NEW.status = 'submitted') THEN
            RAISE EXCEPTION 'reports: submitted content never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      DROP TRIGGER content ON reports;
      CREATE TRIGGER content BEFORE UPDATE OF content ON reports FOR EACH ROW EXECUTE FUNCTION must_keep_report();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER content ON reports;
      CREATE TRIGGER content BEFORE UPDATE OF content ON reports FOR EACH ROW
        EXECUTE FUNCTION must_keep_submitted_content('upcoming', 'open', 'completionRequested');
      DROP FUNCTION must_keep_report;
      CREATE OR REPLACE FUNCTION must_keep_application() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.content IS DISTINCT FROM OLD.content AND OLD.status NOT IN ('draft', 'completionRequested')
            AND NOT (OLD.status = 'discarded' AND OLD.registry_number IS NULL AND OLD.thinned_at IS NULL
              AND NEW.thinned_at IS NOT NULL) THEN
            RAISE EXCEPTION 'applications: submitted content never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      ${back('applications')}
      ${back('reports')}
      ALTER TABLE applications DROP COLUMN draft;
      ALTER TABLE reports DROP COLUMN draft;
    `);
  }
}

/** Nobody acted, so that there is no event and no version of it: for as long, nothing asks for one. Cases go on being found by their words. */
const unaudited = (table: string, change: string): string => `
  ALTER TABLE ${table} DISABLE TRIGGER USER;
  ${table === 'applications' ? 'ALTER TABLE applications ENABLE TRIGGER words_of_changed;' : ''}
  ${change};
  ALTER TABLE ${table} ENABLE TRIGGER USER;`;

/** What was handed in last takes its place again. What is withdrawn or cancelled needs no draft. */
const moved = (table: string, statuses: string): string =>
  unaudited(
    table,
    `UPDATE ${table} t SET content = s.content, draft = CASE WHEN t.status = 'completionRequested' THEN t.content END
     FROM (SELECT DISTINCT ON (subject_id) subject_id, content FROM submissions ORDER BY subject_id, number DESC) s
     WHERE s.subject_id = t.id AND t.status IN ${statuses} AND t.content <> s.content`,
  );

const back = (table: string): string =>
  unaudited(table, `UPDATE ${table} SET content = draft, draft = NULL WHERE draft IS NOT NULL`);
