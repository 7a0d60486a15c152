import { createHash, randomUUID } from 'node:crypto';
import { SYSTEM } from '#core/access';
import { MeasureRegister, MeasureValue } from '#core/measures';
import type { Medel } from '#testing';

export interface Loaded {
  measure: string;
  year: number;
  quality?: 'official' | 'computed' | 'proxy';
  /** By the code of a municipality or a region. */
  values: Record<string, number | null>;
}

/** An accepted data set of invented values, through the register. Its id. */
export async function loadValues(medel: Medel, ...series: Loaded[]): Promise<string> {
  const { rows } = await medel.owner.query<{ id: string; code: string }>(
    `SELECT id, code FROM organisations WHERE code IS NOT NULL`,
  );
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const details = {
    kind: 'test',
    source: 'Påhittade värden för ett prov',
    vintage: 'prov',
    licence: 'CC0',
    sha256: createHash('sha256').update(randomUUID()).digest('hex'),
    fileName: 'prov.csv',
  };
  const { id } = await medel.api.get(MeasureRegister).record(SYSTEM, details, (datasetId) => ({
    values: series.flatMap(({ measure, year, quality = 'official', values }) =>
      Object.entries(values).map(([code, value]) =>
        Object.assign(new MeasureValue(), {
          measureCode: measure,
          year,
          organisationId: ids.get(code)!,
          datasetId,
          value,
          quality,
        }),
      ),
    ),
  }));
  return id;
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
