import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inhabitants are told with the year that they are of, and with where the figure is from. */
export class SourcePopulation1790000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisations ADD COLUMN population_year integer, ADD COLUMN population_source text;
      -- All that there were came from the same two files.
      UPDATE organisations SET population_year = 2025, population_source = CASE kind
          WHEN 'region' THEN 'Summan av regionens kommuner: SCB, omkring årsskiftet 2025; dagen är inte angiven'
          ELSE 'SCB, omkring årsskiftet 2025; dagen är inte angiven' END
        WHERE population IS NOT NULL;
      ALTER TABLE organisations ADD CONSTRAINT organisations_population
        CHECK (population IS NULL OR (population_year IS NOT NULL AND population_source IS NOT NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE organisations DROP COLUMN population_year, DROP COLUMN population_source',
    );
  }
}
