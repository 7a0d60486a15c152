import { Injectable } from '@nestjs/common';
import { Database, sql, type Scope } from '#platform/database';
import { Area } from './area.entity.js';
import { MeasureValue } from './measure-value.entity.js';

/** A statement takes at most 65 535 parameters. */
const ROWS_AT_ONCE = 1_000;

@Injectable()
export class MeasureRepository {
  constructor(private readonly database: Database) {}

  /** The data set of a file that was loaded before: the same file is the same data set. */
  async findDataset(scope: Scope, kind: string, sha256: string): Promise<{ id: string } | undefined> {
    return this.database.readOne(
      scope,
      sql`SELECT id FROM measure_datasets WHERE kind = ${kind} AND sha256 = ${sha256}
            AND status IN ('reading', 'awaitingAcceptance', 'accepted')`,
    );
  }

  async insert(datasetId: string, values: MeasureValue[], areas: Area[]): Promise<void> {
    const insert = () => this.database.manager.createQueryBuilder().insert();
    for (const rows of parts(values)) await insert().into(MeasureValue).values(rows).execute();
    await this.database.execute(
      sql`INSERT INTO measure_series (measure_code, year, dataset_id)
          SELECT DISTINCT measure_code, year, dataset_id FROM measure_values WHERE dataset_id = ${datasetId}`,
    );
    for (const rows of parts(areas)) await insert().into(Area).values(rows).execute();
  }
}

function parts<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, part) =>
    rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE),
  );
}
