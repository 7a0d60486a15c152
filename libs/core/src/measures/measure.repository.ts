import { Injectable } from '@nestjs/common';
import { Database, sql, type Scope } from '#platform/database';
import { Area } from './area.entity.js';
import { MeasureDataset } from './measure-dataset.entity.js';
import { MeasureValue } from './measure-value.entity.js';

@Injectable()
export class MeasureRepository {
  constructor(private readonly database: Database) {}

  /** The data set of a file that was loaded before: the same file is the same data set. */
  async findDataset(scope: Scope, kind: string, sha256: string): Promise<{ id: string } | undefined> {
    return this.database.readOne(
      scope,
      sql`SELECT id FROM measure_datasets WHERE kind = ${kind} AND sha256 = ${sha256}`,
    );
  }

  async insert(dataset: MeasureDataset, values: MeasureValue[], areas: Area[]): Promise<void> {
    const insert = () => this.database.manager.createQueryBuilder().insert();
    await insert().into(MeasureDataset).values(dataset).execute();
    if (values.length > 0) await insert().into(MeasureValue).values(values).execute();
    await this.database.execute(
      sql`INSERT INTO measure_series (measure_code, year, dataset_id)
          SELECT DISTINCT measure_code, year, dataset_id FROM measure_values WHERE dataset_id = ${dataset.id}`,
    );
    for (let start = 0; start < areas.length; start += 1_000)
      await insert()
        .into(Area)
        .values(areas.slice(start, start + 1_000))
        .execute();
  }
}
