import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Municipalities that a source says are alike, each list with the data set that it came in. */
export class CreateSimilarMunicipalities1790000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE similar_municipalities (
        municipality_id uuid NOT NULL,
        basis text NOT NULL,
        year integer NOT NULL,
        rank integer NOT NULL,
        dataset_id uuid NOT NULL,
        similar_id uuid NOT NULL,
        CONSTRAINT similar_municipalities_pk PRIMARY KEY (municipality_id, basis, year, rank, dataset_id),
        CONSTRAINT similar_municipalities_municipality FOREIGN KEY (municipality_id) REFERENCES organisations (id),
        CONSTRAINT similar_municipalities_similar FOREIGN KEY (similar_id) REFERENCES organisations (id),
        CONSTRAINT similar_municipalities_dataset FOREIGN KEY (dataset_id) REFERENCES measure_datasets (id),
        CONSTRAINT similar_municipalities_rank CHECK (rank > 0),
        CONSTRAINT similar_municipalities_other CHECK (similar_id <> municipality_id)
      );
      GRANT SELECT, INSERT ON similar_municipalities TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE similar_municipalities`);
  }
}
