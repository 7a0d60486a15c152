import { Injectable } from '@nestjs/common';
import type { MeasuresByCode } from '#domain/applications/facts';
import type { LocalDate } from '#domain/shared/local-date';
import { and, Database, sql, type Scope } from '#platform/database';
import { MeasureQueries, type SeriesUsed } from './measure.queries.js';
import { answeringSeries } from './series-sql.js';

/** Which of the values that were ever loaded are asked for; the latest of the latest year where nothing is said. */
export interface Vintage {
  /** Values of this very year. */
  year?: number | undefined;
  /** Values of this year, or of the last one before it that has any. */
  notAfter?: number | undefined;
  /** Data sets that were there on this day. */
  asOf?: LocalDate | undefined;
  /** This data set, for the measures that it has; the latest for the others. */
  datasetId?: string | undefined;
}

/** Values as they were, or as another data set has them. */
@Injectable()
export class VintageQueries {
  constructor(
    private readonly database: Database,
    private readonly measures: MeasureQueries,
  ) {}

  /** A measure without such values is `undefined`. */
  async facts(
    scope: Scope,
    codes: readonly string[],
    { year, notAfter, asOf, datasetId }: Vintage,
  ): Promise<MeasuresByCode> {
    const where = and([
      sql`s.measure_code = ANY(${codes}::text[])`,
      ...(year === undefined ? [] : [sql`s.year = ${year}`]),
      ...(notAfter === undefined ? [] : [sql`s.year <= ${notAfter}`]),
    ]);
    const found = await this.database.read<SeriesUsed>(
      scope,
      sql`SELECT DISTINCT ON (measure) measure AS code, year, json_build_object('id', dataset) AS dataset
          FROM (${answeringSeries({ where, asOf, preferred: datasetId })}) s
          ORDER BY measure, dataset IS NOT DISTINCT FROM ${datasetId ?? null}::uuid DESC, year DESC`,
    );
    return this.measures.recorded(scope, found);
  }

  /** Whether a data set has values of any of the measures. */
  async hasAny(scope: Scope, datasetId: string, codes: readonly string[]): Promise<boolean> {
    const found = await this.database.readOne(
      scope,
      sql`SELECT 1 FROM measure_series WHERE dataset_id = ${datasetId} AND measure_code = ANY(${codes}::text[]) LIMIT 1`,
    );
    return found !== undefined;
  }
}
