import { Injectable } from '@nestjs/common';
import { Database, sql, type Scope, type Sql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { isUnderWay } from '#platform/outbox';
import { MeasureDataset } from './measure-dataset.entity.js';
import type { MeasureValue } from './measure-value.entity.js';

const EVERYTHING = { organisationId: null };
/** A reading tells how far it has come at least this often; one silent for longer is dead. */
const SILENT_SECONDS = 30;
/** Moving a million values takes longer than the statements of a page may. */
const ACCEPTANCE_SECONDS = 300;

export const removeStaged = (id: string): Sql =>
  sql`DELETE FROM staged_measure_series WHERE dataset_id = ${id}`;

@Injectable()
export class MeasureDatasetRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<MeasureDataset> {
    return this.database.lock(MeasureDataset, id);
  }

  async get(id: string): Promise<MeasureDataset> {
    const found = await this.database.readOne<MeasureDataset>(
      EVERYTHING,
      sql`SELECT id, status, sha256, size, format, mapping, origin, file_key AS "fileKey" FROM measure_datasets WHERE id = ${id}`,
    );
    if (!found) throw new NotFound();
    return found;
  }

  /** Until the transaction ends, nobody else makes a data set of this file: who comes second finds the first. */
  async takeTurn(kind: string, sha256: string): Promise<void> {
    await this.database.execute(
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${kind} ${sha256}`}, 0))`,
    );
  }

  /** The data set of this file, unless nothing came of it. */
  async findSame(scope: Scope, kind: string, sha256: string): Promise<MeasureDataset | undefined> {
    return this.database.readOne(
      scope,
      sql`SELECT id, kind, source, vintage, licence, format, mapping FROM measure_datasets
          WHERE kind = ${kind} AND sha256 = ${sha256} AND status IN ('reading', 'awaitingAcceptance', 'accepted')`,
    );
  }

  /** By code. */
  async organisationIds(): Promise<Map<string, string>> {
    const rows = await this.database.read<{ code: string; id: string }>(
      EVERYTHING,
      sql`SELECT code, id FROM organisations WHERE code IS NOT NULL`,
    );
    return new Map(rows.map(({ code, id }) => [code, id]));
  }

  /** Values that come without a file wait as those of one do. */
  async stage(id: string, values: readonly MeasureValue[]): Promise<void> {
    const column = <Name extends keyof MeasureValue>(name: Name) => values.map((value) => value[name]);
    await this.database.execute(
      sql`INSERT INTO staged_measure_series (dataset_id, measure_code, year, quality, organisation_ids, series_values)
          SELECT ${id}::uuid, measure_code, year, quality, array_agg(organisation_id), array_agg(value)
          FROM unnest(${column('measureCode')}::text[], ${column('year')}::integer[], ${column('quality')}::text[],
            ${column('organisationId')}::uuid[], ${column('value')}::double precision[])
            AS v(measure_code, year, quality, organisation_id, value)
          GROUP BY measure_code, year, quality`,
    );
  }

  /**
   * Puts the staged values in the register; answers how many there were. They stay where they are until the data set is
   * accepted: the database then holds the one against the other, value by value.
   */
  async copyStaged(id: string): Promise<number> {
    await this.database.execute(
      sql`SELECT set_config('statement_timeout', ${`${ACCEPTANCE_SECONDS}s`}, true)`,
    );
    // In the order of the key.
    await this.database.execute(
      sql`INSERT INTO measure_values (dataset_id, measure_code, year, organisation_id, value, quality)
          SELECT s.dataset_id, s.measure_code, s.year, v.organisation_id, v.value, s.quality
          FROM (SELECT * FROM staged_measure_series WHERE dataset_id = ${id} ORDER BY measure_code, year) s
          CROSS JOIN unnest(s.organisation_ids, s.series_values) AS v(organisation_id, value)`,
    );
    await this.database.execute(
      sql`INSERT INTO measure_series (measure_code, year, dataset_id)
          SELECT DISTINCT measure_code, year, dataset_id FROM staged_measure_series WHERE dataset_id = ${id}`,
    );
    // What is asked next, the proof first, is planned for what is there now.
    await this.database.execute(sql`SELECT analyze_measures()`);
    const [staged] = await this.database.execute<{ count: number }>(
      sql`SELECT coalesce(sum(cardinality(organisation_ids)), 0) AS count FROM staged_measure_series WHERE dataset_id = ${id}`,
    );
    return staged!.count;
  }

  async removeStaged(id: string): Promise<void> {
    await this.database.execute(removeStaged(id));
  }

  /** In a transaction of its own: progress is seen while the file is read. `share` is 0–1 of the file. */
  async progress(id: string, rows: number, share: number): Promise<void> {
    await this.database.transaction(EVERYTHING, () =>
      this.database.execute(
        sql`INSERT INTO measure_dataset_progress (dataset_id, rows, share) VALUES (${id}, ${rows}, ${share})
            ON CONFLICT (dataset_id) DO UPDATE SET rows = excluded.rows, share = excluded.share, at = now()`,
      ),
    );
  }

  /** Data sets being read of which nothing is heard: their worker died, or the queue lost them. */
  async silent(): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      EVERYTHING,
      sql`SELECT d.id FROM measure_datasets d LEFT JOIN measure_dataset_progress p ON p.dataset_id = d.id
          WHERE d.status = 'reading' AND greatest(d.received_at, p.at) < now() - make_interval(secs => ${SILENT_SECONDS})
            AND NOT ${isUnderWay(sql`d.id`, SILENT_SECONDS)}`,
    );
    return rows.map(({ id }) => id);
  }

  /** Which of the files are of no data set that is, or may still be, in use. */
  async orphans(keys: readonly string[]): Promise<string[]> {
    const rows = await this.database.read<{ key: string }>(
      EVERYTHING,
      sql`SELECT key FROM unnest(${keys}::text[]) AS key WHERE NOT EXISTS (SELECT FROM measure_datasets d
          WHERE d.file_key = key AND d.status IN ('reading', 'awaitingAcceptance', 'accepted')
            OR d.id::text = left(key, 36) AND d.status = 'reading')`,
    );
    return rows.map(({ key }) => key);
  }
}
