import { Injectable } from '@nestjs/common';
import type { MeasureFacts, MeasuresByCode } from '#domain/applications/facts';
import { measures } from '#domain/measures/definitions';
import { Database, JsonText, sql, type Scope, type Sql } from '#platform/database';

/** The data set that answers for a measure and a year: the latest accepted, or the latest on a day in the past. */
const dayAfter = (asOf: string) =>
  sql`(${asOf}::timestamp + interval '1 day') AT TIME ZONE 'Europe/Stockholm'`;
export const loadedBy = (asOf?: string): Sql =>
  sql`d.status = 'accepted' AND ${asOf ? sql`d.loaded_at < ${dayAfter(asOf)}` : sql`true`}`;

/** A year of a measure, and the data set that it was read from. */
export interface SeriesUsed {
  code: string;
  year: number;
  dataset: { id: string };
}

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
    return this.database.read(
      scope,
      sql`SELECT DISTINCT ON (v.measure_code) v.measure_code AS code, v.year, json_build_object('id', v.dataset_id) AS dataset
          FROM measure_series v
          JOIN measure_datasets d ON d.id = v.dataset_id
          WHERE ${loadedBy(asOf)} AND ${year === undefined ? sql`true` : sql`v.year = ${year}`}
          ORDER BY v.measure_code, v.year DESC, d.loaded_at DESC, d.id DESC`,
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

  /** Values of a measure and year over municipalities, with mean, population deviation and standard score. */
  async values(scope: Scope, code: string, year: number | undefined, asOf?: string): Promise<JsonText> {
    return this.database.document(
      scope,
      sql`WITH chosen AS (
          SELECT v.year, d.* FROM measure_series v JOIN measure_datasets d ON d.id = v.dataset_id
          WHERE v.measure_code = ${code} AND ${year === undefined ? sql`true` : sql`v.year = ${year}`} AND ${loadedBy(asOf)}
          ORDER BY v.year DESC, d.loaded_at DESC, d.id DESC LIMIT 1),
        scored AS (
          SELECT o.id, o.code, o.name, o.kind, v.value, v.quality,
            avg(v.value) OVER () AS mean, stddev_pop(v.value) OVER () AS deviation
          FROM chosen c JOIN measure_values v ON v.dataset_id = c.id AND v.measure_code = ${code} AND v.year = c.year
          JOIN organisations o ON o.id = v.organisation_id)
        SELECT json_build_object('measure', ${code}::text, 'year', c.year,
          'dataset', json_build_object('id', c.id, 'source', c.source, 'vintage', c.vintage, 'sha256', c.sha256,
            'licence', c.licence, 'loadedAt', audit_time(c.loaded_at)),
          'quality', (SELECT min(quality) FROM scored),
          'mean', (SELECT mean FROM scored LIMIT 1), 'standardDeviation', (SELECT deviation FROM scored LIMIT 1),
          'n', (SELECT count(value) FROM scored),
          'items', (SELECT json_agg(json_build_object(
            'organisation', json_build_object('id', id, 'code', code, 'name', name, 'kind', kind),
            'value', value, 'zScore', (value - mean) / nullif(deviation, 0), 'quality', quality) ORDER BY code) FROM scored)
        )::text AS body FROM chosen c`,
    );
  }

  /** Every measure and year of one organisation, the latest data set of each, with where it is from. */
  ofOrganisation(scope: Scope, organisationId: string, asOf?: string): Promise<JsonText> {
    return this.database.document(
      scope,
      sql`SELECT json_build_object('organisation', json_build_object('id', o.id, 'code', o.code, 'name', o.name, 'kind', o.kind),
          'items', coalesce((SELECT json_agg(item ORDER BY measure_code, year) FROM (
            SELECT DISTINCT ON (v.measure_code, v.year) v.measure_code, v.year, json_build_object(
              'measure', v.measure_code, 'year', v.year, 'value', v.value, 'quality', v.quality,
              'mean', s.mean, 'standardDeviation', s.deviation, 'zScore', (v.value - s.mean) / nullif(s.deviation, 0), 'n', s.n,
              'dataset', json_build_object('id', d.id, 'source', d.source, 'vintage', d.vintage, 'sha256', d.sha256)) AS item
            FROM measure_values v JOIN measure_datasets d ON d.id = v.dataset_id
            CROSS JOIN LATERAL (SELECT avg(value) AS mean, stddev_pop(value) AS deviation, count(value) AS n
              FROM measure_values a WHERE a.dataset_id = v.dataset_id AND a.measure_code = v.measure_code AND a.year = v.year) s
            WHERE v.organisation_id = o.id AND ${loadedBy(asOf)}
            ORDER BY v.measure_code, v.year, d.loaded_at DESC, d.id DESC) latest), '[]'),
          'areas', coalesce((SELECT json_agg(json_build_object('code', a.code, 'name', a.name, 'areaType', a.area_type,
            'year', a.year) ORDER BY a.code) FROM (SELECT DISTINCT ON (a.code) a.* FROM areas a JOIN measure_datasets d ON d.id = a.dataset_id
            WHERE a.organisation_id = o.id AND ${loadedBy(asOf)} ORDER BY a.code, a.year DESC, d.loaded_at DESC, d.id DESC) a), '[]')
        )::text AS body FROM organisations o WHERE o.id = ${organisationId}`,
    );
  }

  private async load(scope: Scope, code: string, year: number, dataset: string): Promise<MeasureFacts> {
    const key = `${dataset} ${code} ${year}`;
    const known = this.known.get(key);
    if (known) return known;
    const row = await this.database.readOne<MeasureFacts>(
      scope,
      sql`SELECT ${code}::text AS code, ${year}::integer AS year,
          -- A mean that rests on proxies is one.
          CASE WHEN bool_or(v.quality = 'proxy') THEN 'proxy' WHEN bool_or(v.quality = 'computed') THEN 'computed'
            ELSE 'official' END AS quality,
          (SELECT json_build_object('id', id, 'source', source, 'vintage', vintage, 'sha256', sha256)
            FROM measure_datasets WHERE id = ${dataset}) AS dataset,
          coalesce(json_object_agg(o.code, v.value) FILTER (WHERE o.code IS NOT NULL), '{}') AS values
          FROM measure_values v JOIN organisations o ON o.id = v.organisation_id AND o.kind = 'municipality'
          WHERE v.dataset_id = ${dataset} AND v.measure_code = ${code} AND v.year = ${year}`,
    );
    this.known.set(key, row!);
    return row!;
  }
}
