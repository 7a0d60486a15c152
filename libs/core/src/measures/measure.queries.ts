import { Injectable } from '@nestjs/common';
import type { MeasureFacts, MeasuresByCode } from '#domain/applications/facts';
import { measures } from '#domain/measures/definitions';
import { Database, JsonText, sql, type Scope } from '#platform/database';
import {
  answeringSeries,
  jointQuality,
  latestFirst,
  loadedBy,
  municipalityValues,
  scales,
  zScore,
} from './series-sql.js';

/** As many series are remembered at most: 290 values each. */
const MOST_KNOWN = 500;

/** A year of a measure, and the data set that it was read from. */
export interface SeriesUsed {
  code: string;
  year: number;
  dataset: { id: string };
}

const datasetJson = sql`json_build_object('id', d.id, 'source', d.source, 'vintage', d.vintage, 'sha256', d.sha256,
  'licence', d.licence, 'loadedAt', audit_time(d.loaded_at))`;

@Injectable()
export class MeasureQueries {
  /** A data set never changes, so what was read of it once holds. */
  private readonly known = new Map<string, MeasureFacts>();

  constructor(private readonly database: Database) {}

  definitions(): JsonText {
    const items = measures.map((measure) => ({
      ...measure,
      name: measure.name.sv,
      nameEnglish: measure.name.en,
    }));
    return new JsonText(JSON.stringify({ items, nextCursor: null, total: items.length }));
  }

  /** The latest year of each measure that has values, or the year asked for, and the data set that answers for it. */
  latest(scope: Scope, asOf?: string, year?: number): Promise<SeriesUsed[]> {
    const where = year === undefined ? sql`true` : sql`s.year = ${year}`;
    return this.database.read(
      scope,
      sql`SELECT DISTINCT ON (measure) measure AS code, year, json_build_object('id', dataset) AS dataset
          FROM (${answeringSeries({ where, asOf })}) s ORDER BY measure, year DESC`,
    );
  }

  /** The latest of the measures that rules ask for. A measure without values is `undefined`. */
  async facts(scope: Scope, codes: readonly string[], asOf?: string, year?: number): Promise<MeasuresByCode> {
    return this.recorded(scope, await this.latest(scope, asOf, year), codes);
  }

  /** The very data sets that are named, whatever has been loaded since; of some measures only, where told. */
  async recorded(
    scope: Scope,
    used: readonly SeriesUsed[],
    codes: readonly string[] = used.map(({ code }) => code),
  ): Promise<MeasuresByCode> {
    const facts: Record<string, MeasureFacts> = {};
    for (const { code, year, dataset } of used)
      if (codes.includes(code)) facts[code] = await this.load(scope, code, year, dataset.id);
    return facts;
  }

  /** Every value of a measure and year, beside mean and population deviation over municipalities. */
  async values(scope: Scope, code: string, year: number | undefined, asOf?: string): Promise<JsonText> {
    const where = sql`s.measure_code = ${code} AND ${year === undefined ? sql`true` : sql`s.year = ${year}`}`;
    return this.database.document(
      scope,
      sql`WITH series AS (SELECT * FROM (${answeringSeries({ where, asOf })}) s ORDER BY year DESC LIMIT 1),
        scale AS (${scales}),
        scored AS (
          SELECT o.id, o.code, o.name, o.kind, v.value, v.quality, ${zScore} AS z
          FROM series c JOIN measure_values v ON v.dataset_id = c.dataset AND v.measure_code = c.measure AND v.year = c.year
          JOIN organisations o ON o.id = v.organisation_id LEFT JOIN scale s ON true)
        SELECT json_build_object('measure', c.measure, 'year', c.year,
          'dataset', ${datasetJson},
          'quality', coalesce(s.quality, (SELECT ${jointQuality} FROM scored)),
          'mean', s.mean, 'standardDeviation', s.population_deviation, 'n', coalesce(s.n, 0),
          'items', (SELECT json_agg(json_build_object(
            'organisation', json_build_object('id', id, 'code', code, 'name', name, 'kind', kind),
            'value', value, 'zScore', z, 'quality', quality) ORDER BY code) FROM scored)
        )::text AS body FROM series c JOIN measure_datasets d ON d.id = c.dataset LEFT JOIN scale s ON true`,
    );
  }

  /** Every measure and year that the data set which answers has of one organisation, with where it is from. */
  ofOrganisation(scope: Scope, organisationId: string, asOf?: string): Promise<JsonText> {
    return this.database.document(
      scope,
      sql`WITH own AS MATERIALIZED (SELECT * FROM measure_values WHERE organisation_id = ${organisationId}),
        series AS MATERIALIZED (SELECT s.* FROM (${answeringSeries({ asOf })}) s
          JOIN own v ON v.dataset_id = s.dataset AND v.measure_code = s.measure AND v.year = s.year),
        scale AS (${scales}),
        area AS MATERIALIZED (SELECT DISTINCT ON (a.code) a.* FROM areas a JOIN measure_datasets d ON d.id = a.dataset_id
          WHERE a.organisation_id = ${organisationId} AND ${loadedBy(asOf)} ORDER BY a.code, a.year DESC, ${latestFirst})
        SELECT json_build_object('organisation', json_build_object('id', o.id, 'code', o.code, 'name', o.name, 'kind', o.kind),
          'items', coalesce((SELECT json_agg(json_build_object(
              'measure', v.measure_code, 'year', v.year, 'value', v.value, 'quality', v.quality,
              'mean', s.mean, 'standardDeviation', s.population_deviation, 'zScore', ${zScore}, 'n', coalesce(s.n, 0),
              'dataset', ${datasetJson})
              ORDER BY v.measure_code, v.year)
            FROM series c JOIN own v ON v.dataset_id = c.dataset AND v.measure_code = c.measure AND v.year = c.year
            JOIN measure_datasets d ON d.id = c.dataset
            LEFT JOIN scale s ON s.measure = c.measure AND s.year = c.year), '[]'),
          'areas', coalesce((SELECT json_agg(json_build_object('code', a.code, 'name', a.name, 'areaType', a.area_type,
            'year', a.year) ORDER BY a.code) FROM area a), '[]'),
          'areaDatasets', coalesce((SELECT json_agg(${datasetJson} ORDER BY d.loaded_at) FROM measure_datasets d
            WHERE d.id IN (SELECT dataset_id FROM area)), '[]')
        )::text AS body FROM organisations o WHERE o.id = ${organisationId}`,
    );
  }

  private async load(scope: Scope, code: string, year: number, dataset: string): Promise<MeasureFacts> {
    const key = `${dataset} ${code} ${year}`;
    const known = this.known.get(key);
    if (known) return known;
    const row = await this.database.readOne<MeasureFacts>(
      scope,
      sql`WITH series AS (SELECT ${code}::text AS measure, ${year}::integer AS year, ${dataset}::uuid AS dataset)
          SELECT ${code}::text AS code, ${year}::integer AS year, ${jointQuality} AS quality,
          (SELECT json_build_object('id', id, 'source', source, 'vintage', vintage, 'sha256', sha256)
            FROM measure_datasets WHERE id = ${dataset}) AS dataset,
          coalesce(json_object_agg(code, value), '{}') AS values
          FROM (${municipalityValues}) v`,
    );
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(key, row!);
    return row!;
  }
}
