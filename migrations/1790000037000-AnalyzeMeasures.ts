import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who puts a million values in the register counts them for the planner too, in the same transaction: planned as for the
 * handful that were there before, the proof of an acceptance and the next comparison read the whole register once a series.
 */
export class AnalyzeMeasures1790000037000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only the owner of a table may count its rows.
      CREATE FUNCTION analyze_measures() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
        ANALYZE measure_values (measure_code, year, organisation_id, dataset_id), measure_series,
          staged_measure_series (dataset_id, measure_code, year)
      $$;
      REVOKE ALL ON FUNCTION analyze_measures FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION analyze_measures TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION analyze_measures');
  }
}
