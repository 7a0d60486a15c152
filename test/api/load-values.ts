import { createHash, randomUUID } from 'node:crypto';
import { SYSTEM } from '#core/access';
import { MeasureDataset, MeasureRepository, MeasureValue } from '#core/measures';
import { Database } from '#platform/database';
import { newId } from '#platform/ids';
import type { Medel } from '#testing';

export interface Loaded {
  measure: string;
  year: number;
  quality?: 'official' | 'computed' | 'proxy';
  /** By municipality code. */
  values: Record<string, number | null>;
}

/** An accepted data set of invented values, through the register. Its id. */
export async function loadValues(medel: Medel, ...series: Loaded[]): Promise<string> {
  const { rows } = await medel.owner.query<{ id: string; code: string }>(
    `SELECT id, code FROM organisations WHERE kind = 'municipality'`,
  );
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const dataset = Object.assign(new MeasureDataset(), {
    id: newId(),
    kind: 'test',
    source: 'Påhittade värden för ett prov',
    vintage: 'prov',
    licence: 'CC0',
    sha256: createHash('sha256').update(randomUUID()).digest('hex'),
    fileName: 'prov.csv',
    loadedBy: SYSTEM.userId,
    loadedAt: new Date(),
    rowCount: series.reduce((sum, { values }) => sum + Object.keys(values).length, 0),
  });
  const values = series.flatMap(({ measure, year, quality = 'official', values: given }) =>
    Object.entries(given).map(([code, value]) =>
      Object.assign(new MeasureValue(), {
        measureCode: measure,
        year,
        organisationId: ids.get(code)!,
        datasetId: dataset.id,
        value,
        quality,
      }),
    ),
  );
  await medel.api
    .get(Database)
    .transaction(SYSTEM, () => medel.api.get(MeasureRepository).insert(dataset, values, []));
  return dataset.id;
}

/** The seeded values of a measure by municipality code. */
export async function seededValues(medel: Medel, measure: string): Promise<Record<string, number>> {
  const { rows } = await medel.owner.query<{ code: string; value: number }>(
    `SELECT o.code, v.value FROM measure_values v JOIN organisations o ON o.id = v.organisation_id
     WHERE v.measure_code = $1 AND v.value IS NOT NULL ORDER BY o.code`,
    [measure],
  );
  return Object.fromEntries(rows.map(({ code, value }) => [code, value]));
}
