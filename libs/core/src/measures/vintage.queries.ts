import { Injectable } from '@nestjs/common';
import type { MeasuresByCode } from '#domain/applications/facts';
import type { LocalDate } from '#domain/shared/local-date';
import { and, Database, sql, type Scope } from '#platform/database';
import { loadedBy, MeasureQueries } from './measure.queries.js';

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
    const where = [
      sql`v.measure_code = ANY(${codes}::text[])`,
      loadedBy(asOf),
      ...(year === undefined ? [] : [sql`v.year = ${year}`]),
      ...(notAfter === undefined ? [] : [sql`v.year <= ${notAfter}`]),
    ];
    const found = await this.database.read<{ code: string; year: number; dataset: { id: string } }>(
      scope,
      sql`SELECT DISTINCT ON (v.measure_code) v.measure_code AS code, v.year, json_build_object('id', v.dataset_id) AS dataset
          FROM measure_series v JOIN measure_datasets d ON d.id = v.dataset_id WHERE ${and(where)}
          ORDER BY v.measure_code, v.dataset_id IS NOT DISTINCT FROM ${datasetId ?? null}::uuid DESC, v.year DESC,
            d.loaded_at DESC, d.id DESC`,
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
