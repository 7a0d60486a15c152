import { Injectable } from '@nestjs/common';
import { scales } from '#core/measures';
import { Database, sql, type Scope } from '#platform/database';
import { assessmentRows, chosenSeries, seriesOf, type ChosenSeries } from './assessment-sql.js';
import type { Questions } from './wording-questions.js';

@Injectable()
export class EligibilityRepository {
  constructor(private readonly database: Database) {}

  /** The data set that answers for every measure and year that the wordings ask for. */
  series({ thresholds }: Questions): Promise<ChosenSeries[]> {
    return this.database.execute(seriesOf([...new Set(thresholds.map(({ measure }) => measure))]));
  }

  async hasFollowed(scope: Scope, datasetId: string): Promise<boolean> {
    const row = await this.database.readOne(
      scope,
      sql`SELECT 1 FROM eligibility_recomputations WHERE dataset_id = ${datasetId}`,
    );
    return row !== undefined;
  }

  /** Writes what the wordings say of every recipient and year, and the scales that it rests on. */
  async write(recomputationId: string, questions: Questions, series: readonly ChosenSeries[]): Promise<void> {
    await this.database.execute(
      sql`INSERT INTO eligibility_scales (recomputation_id, measure_code, year, dataset_id, n, mean, population_deviation,
            sample_deviation, quality)
          WITH series AS (${chosenSeries(series)})
          SELECT ${recomputationId}, measure, year, dataset, n, mean, population_deviation, sample_deviation, quality
          FROM (${scales}) s`,
    );
    // PostgreSQL cannot know how many rows a JSON parameter holds, and would compare every row with every other.
    await this.database.execute(
      sql`SELECT set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true)`,
    );
    const written = sql`SELECT measure_code AS measure, year, mean, population_deviation, sample_deviation
      FROM eligibility_scales WHERE recomputation_id = ${recomputationId}`;
    await this.database.execute(
      sql`INSERT INTO eligibility_assessments (recomputation_id, number, programme_code, wording_from, organisation_id,
            measure_year, verdict, rules, measures, factors, deviations, values, z_scores, outcomes, met_by)
          SELECT ${recomputationId}, a.* FROM (${assessmentRows(questions, chosenSeries(series), written)}) a`,
    );
  }
}
