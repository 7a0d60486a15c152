import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the values of a file wait until their data set is accepted, and how far a reading has come. */
export class StageMeasureValues1790000012500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By code and without an index or a foreign key: filled by COPY, read whole, emptied at acceptance or rejection.
      CREATE TABLE staged_measure_values (
        dataset_id uuid NOT NULL DEFAULT current_setting('medel.dataset')::uuid,
        organisation_code text NOT NULL,
        measure_code text NOT NULL,
        year integer NOT NULL,
        value double precision,
        quality text NOT NULL
      );

      -- Changes often, is no event of the data set, and is worth nothing when it is done.
      CREATE UNLOGGED TABLE measure_dataset_progress (
        dataset_id uuid PRIMARY KEY, rows bigint NOT NULL, share real NOT NULL, at timestamptz NOT NULL DEFAULT now()
      );

      GRANT SELECT, INSERT, DELETE ON staged_measure_values TO medel_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON measure_dataset_progress TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE measure_dataset_progress, staged_measure_values`);
  }
}
