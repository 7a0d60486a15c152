import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an evaluation has printed, to hold our own figures against. They are nobody's case, and never become one. */
export class KeepEvaluationFigures1790000032100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evaluation_figures (
        dataset_id uuid NOT NULL,
        number integer NOT NULL,
        figure text NOT NULL,
        programme_code text,
        section text NOT NULL,
        place_code text,
        measure_code text,
        from_year integer,
        to_year integer,
        value double precision,
        wording text,
        approximately text,
        note text,
        CONSTRAINT evaluation_figures_pk PRIMARY KEY (dataset_id, number),
        CONSTRAINT evaluation_figures_dataset FOREIGN KEY (dataset_id) REFERENCES measure_datasets (id),
        CONSTRAINT evaluation_figures_years CHECK ((from_year IS NULL) = (to_year IS NULL) AND from_year <= to_year)
      );
      CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON evaluation_figures
        FOR EACH STATEMENT EXECUTE FUNCTION must_not_change();
      CREATE TRIGGER accepted AFTER INSERT ON evaluation_figures REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION must_await_acceptance();
      GRANT SELECT, INSERT ON evaluation_figures TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evaluation_figures');
  }
}
