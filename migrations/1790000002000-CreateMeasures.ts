import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Data sets with their source, and the values of segregation measures that each brought. A correction is a new data set. */
export class CreateMeasures1790000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE measure_datasets (
        id uuid NOT NULL CONSTRAINT measure_datasets_pk PRIMARY KEY,
        kind text NOT NULL,
        source text NOT NULL,
        vintage text NOT NULL,
        licence text NOT NULL,
        sha256 text NOT NULL,
        file_name text NOT NULL,
        loaded_by uuid NOT NULL,
        loaded_at timestamptz(3) NOT NULL,
        row_count integer NOT NULL,
        CONSTRAINT measure_datasets_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$')
      );
      CREATE UNIQUE INDEX measure_datasets_file ON measure_datasets (kind, sha256);

      CREATE TABLE measure_values (
        dataset_id uuid NOT NULL,
        measure_code text NOT NULL,
        year integer NOT NULL,
        organisation_id uuid NOT NULL,
        value double precision,
        quality text NOT NULL,
        CONSTRAINT measure_values_pk PRIMARY KEY (measure_code, year, organisation_id, dataset_id),
        CONSTRAINT measure_values_dataset FOREIGN KEY (dataset_id) REFERENCES measure_datasets (id),
        CONSTRAINT measure_values_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT measure_values_quality CHECK (quality IN ('official', 'computed', 'proxy'))
      );
      CREATE INDEX measure_values_of_organisation ON measure_values (organisation_id, measure_code, year);

      -- What each data set has: told apart from the values, so that finding the latest does not read them all.
      CREATE TABLE measure_series (
        measure_code text NOT NULL,
        year integer NOT NULL,
        dataset_id uuid NOT NULL,
        CONSTRAINT measure_series_pk PRIMARY KEY (measure_code, year, dataset_id),
        CONSTRAINT measure_series_dataset FOREIGN KEY (dataset_id) REFERENCES measure_datasets (id)
      );

      -- Area type 1-5 per RegSO, as published: what the share in area types 1 and 2 rests on.
      CREATE TABLE areas (
        code text NOT NULL,
        name text COLLATE "sv-SE-x-icu" NOT NULL,
        organisation_id uuid NOT NULL,
        area_type integer,
        year integer NOT NULL,
        dataset_id uuid NOT NULL,
        CONSTRAINT areas_pk PRIMARY KEY (code, dataset_id),
        CONSTRAINT areas_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT areas_dataset FOREIGN KEY (dataset_id) REFERENCES measure_datasets (id),
        CONSTRAINT areas_area_type CHECK (area_type BETWEEN 1 AND 5)
      );
      CREATE INDEX areas_of_organisation ON areas (organisation_id);

      GRANT SELECT, INSERT ON measure_datasets, measure_values, measure_series, areas TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE areas, measure_series, measure_values, measure_datasets`);
  }
}
