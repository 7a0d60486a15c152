import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recipients' reports and the settlement of what they tell. */
export class CreateReports1790000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reports (
        id uuid NOT NULL CONSTRAINT reports_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        organisation_id uuid NOT NULL,
        decision_id uuid NOT NULL,
        kind text NOT NULL,
        year integer NOT NULL,
        due_on date NOT NULL,
        content jsonb NOT NULL,
        completion jsonb,
        updated_at timestamptz(3) NOT NULL,
        submitted_at timestamptz(3),
        approved_by uuid,
        approved_at timestamptz(3),
        CONSTRAINT reports_decision FOREIGN KEY (decision_id) REFERENCES decisions (id),
        CONSTRAINT reports_kind CHECK (kind IN ('interim', 'final'))
      );
      CREATE UNIQUE INDEX reports_once ON reports (decision_id, kind, year, due_on);
      CREATE INDEX reports_due ON reports (due_on, id);
      CREATE INDEX reports_of_organisation ON reports (organisation_id);

      CREATE TABLE settlements (
        report_id uuid NOT NULL,
        year integer NOT NULL,
        organisation_id uuid NOT NULL,
        decision_id uuid NOT NULL,
        granted bigint NOT NULL,
        paid bigint NOT NULL,
        costs bigint NOT NULL,
        co_financing bigint NOT NULL,
        entitled bigint NOT NULL,
        used bigint NOT NULL,
        unused bigint NOT NULL,
        repay bigint NOT NULL,
        remaining bigint NOT NULL,
        settled_at timestamptz(3) NOT NULL,
        CONSTRAINT settlements_pk PRIMARY KEY (report_id, year),
        CONSTRAINT settlements_report FOREIGN KEY (report_id) REFERENCES reports (id),
        CONSTRAINT settlements_sums CHECK (entitled BETWEEN 0 AND granted AND used BETWEEN 0 AND granted
          AND unused = granted - used AND repay = greatest(0, paid - entitled) AND remaining = greatest(0, entitled - paid))
      );
      CREATE INDEX settlements_decision ON settlements (decision_id, year);

      INSERT INTO lifecycle_initial VALUES ('report', 'upcoming');
      INSERT INTO lifecycle_edges VALUES
        ('report', 'upcoming', 'open'), ('report', 'open', 'open'), ('report', 'open', 'submitted'),
        ('report', 'submitted', 'completionRequested'), ('report', 'submitted', 'approved'),
        ('report', 'completionRequested', 'completionRequested'), ('report', 'completionRequested', 'submitted');
      CALL guard_lifecycle('reports', 'report');
      CREATE TRIGGER content BEFORE UPDATE ON reports FOR EACH ROW
        EXECUTE FUNCTION must_keep_submitted_content('upcoming', 'open', 'completionRequested');
      CALL guard_rows('reports', 'true');
      CALL guard_rows('settlements', 'true');
      GRANT SELECT, INSERT, UPDATE ON reports TO medel_app;
      GRANT SELECT, INSERT ON settlements TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE settlements, reports;
      DELETE FROM lifecycle_edges WHERE subject = 'report';
      DELETE FROM lifecycle_initial WHERE subject = 'report';
    `);
  }
}
