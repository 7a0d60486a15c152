import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls, each pinned to one wording of its programme. */
export class CreateCalls1790000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calls (
        id uuid NOT NULL CONSTRAINT calls_pk PRIMARY KEY,
        version bigint NOT NULL,
        status text NOT NULL,
        programme_code text NOT NULL,
        wording_from date NOT NULL,
        title text COLLATE "sv-SE-x-icu" NOT NULL,
        opens_on date NOT NULL,
        closes_on date NOT NULL,
        step text,
        years integer[] NOT NULL,
        appropriation_code text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT calls_days CHECK (opens_on <= closes_on),
        CONSTRAINT calls_step CHECK (step IN ('mapping', 'measures')),
        CONSTRAINT calls_years CHECK (cardinality(years) > 0)
      );
      CREATE TABLE call_budgets (
        call_id uuid NOT NULL,
        year integer NOT NULL,
        amount bigint NOT NULL,
        CONSTRAINT call_budgets_pk PRIMARY KEY (call_id, year),
        CONSTRAINT call_budgets_call FOREIGN KEY (call_id) REFERENCES calls (id),
        CONSTRAINT call_budgets_amount CHECK (amount BETWEEN 0 AND 1000000000000)
      );
      INSERT INTO lifecycle_initial VALUES ('call', 'draft');
      INSERT INTO lifecycle_edges VALUES ('call', 'draft', 'published'), ('call', 'published', 'closed'),
        ('call', 'closed', 'archived');
      CALL guard_lifecycle('calls', 'call');
      GRANT SELECT, INSERT, UPDATE ON calls TO medel_app;
      GRANT SELECT, INSERT ON call_budgets TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE call_budgets, calls;
      DELETE FROM lifecycle_edges WHERE subject = 'call';
      DELETE FROM lifecycle_initial WHERE subject = 'call';
    `);
  }
}
