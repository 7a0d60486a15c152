import type { Quality } from '#domain/applications/facts';
import {
  ARRAY_BYTES,
  COPY_END,
  COPY_START,
  copyInteger,
  copyRow,
  copyText,
  copyUuid,
  DOUBLE_TYPE,
  NUMBER_BYTES,
  UUID_TYPE,
  writeCopyArray,
  writeCopyNumber,
} from '#platform/database';
import type { ImportRow } from './import/import-row.js';

/** Each row is given the data set of the transaction. */
export const STAGED = 'staged_measure_series (measure_code, year, quality, organisation_ids, series_values)';
const COLUMNS = 5;

/** About as many values are held at most: a few megabytes, however large the file is. */
const MOST_HELD = 100_000;

/** The values of a measure and year that are of one quality; side by side, `NaN` where there is none. */
interface Series {
  head: Buffer;
  organisations: Buffer[];
  values: number[];
}

/**
 * Values as COPY takes them, gathered into series: a measure and year is one row with an array, not a row for each
 * organisation. What is held is bounded; of a large file a series becomes several rows.
 */
export class StagedSeries {
  readonly start = COPY_START;
  readonly end = COPY_END;
  /** How many values there were. */
  count = 0;
  private held = 0;
  private readonly organisations: ReadonlyMap<string, Buffer>;
  private readonly series = new Map<Quality, Map<string, Map<number, Series>>>();

  /** `organisations`: ids by code, of all that a row can have. */
  constructor(organisations: ReadonlyMap<string, string>) {
    this.organisations = new Map([...organisations].map(([code, id]) => [code, copyUuid(id)]));
  }

  add(row: ImportRow): void {
    const { organisations, values } = this.seriesOf(row);
    organisations.push(this.organisations.get(row.organisationCode)!);
    values.push(row.value ?? NaN);
    this.count += 1;
    this.held += 1;
  }

  /** Time to flush. */
  get isFull(): boolean {
    return this.held >= MOST_HELD;
  }

  /** What is held, which is held no more. */
  *flush(): Generator<Buffer> {
    for (const measures of this.series.values())
      for (const years of measures.values())
        for (const series of years.values()) {
          if (series.values.length > 0) yield encode(series);
          series.organisations = [];
          series.values = [];
        }
    this.held = 0;
  }

  private seriesOf({ quality, measureCode, year }: ImportRow): Series {
    let measures = this.series.get(quality);
    if (!measures) this.series.set(quality, (measures = new Map()));
    let years = measures.get(measureCode);
    if (!years) measures.set(measureCode, (years = new Map()));
    let series = years.get(year);
    if (!series) {
      const head = [copyRow(COLUMNS), copyText(measureCode), copyInteger(year), copyText(quality)];
      series = { head: Buffer.concat(head), organisations: [], values: [] };
      years.set(year, series);
    }
    return series;
  }
}

function encode({ head, organisations, values }: Series): Buffer {
  const count = values.length;
  const missing = values.reduce((sum, value) => (Number.isNaN(value) ? sum + 1 : sum), 0);
  const numbersAt = head.length + ARRAY_BYTES + count * organisations[0]!.length;
  const end = numbersAt + ARRAY_BYTES + count * NUMBER_BYTES - missing * VALUE_BYTES;
  const bytes = Buffer.allocUnsafe(end);
  head.copy(bytes);
  let at = writeCopyArray(bytes, head.length, numbersAt, UUID_TYPE, count);
  for (const organisation of organisations) {
    bytes.set(organisation, at);
    at += organisation.length;
  }
  at = writeCopyArray(bytes, numbersAt, end, DOUBLE_TYPE, count);
  for (const value of values) at = writeCopyNumber(bytes, at, Number.isNaN(value) ? null : value);
  return bytes;
}

/** Which a null does without. */
const VALUE_BYTES = 8;
