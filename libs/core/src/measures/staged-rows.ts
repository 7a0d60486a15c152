import {
  COPY_END,
  COPY_START,
  copyInteger,
  copyRow,
  copyText,
  NUMBER_BYTES,
  writeCopyNumber,
} from '#platform/database';
import type { ImportRow } from './import/import-row.js';

/** Each row is given the data set of the transaction: half of what is sent would else be its id. */
export const STAGED = 'staged_measure_values (organisation_code, measure_code, year, quality, value)';
const COLUMNS = 5;

/** A measure and year that rows were encoded of. */
export interface Series {
  measure: string;
  year: number;
}

/** Values as COPY takes them. Organisations, and series with a quality, are few and encoded once. */
export class StagedRows {
  readonly start = COPY_START;
  readonly end = COPY_END;
  private readonly organisations = new Map<string, Buffer>();
  private readonly measures = new Map<string, Map<string, Buffer>[]>();

  encode(rows: readonly ImportRow[]): Buffer {
    let size = 0;
    for (const row of rows) size += this.organisation(row).length + this.series(row).length + NUMBER_BYTES;
    const bytes = Buffer.allocUnsafe(size);
    let at = 0;
    for (const row of rows) {
      const organisation = this.organisation(row);
      const series = this.series(row);
      bytes.set(organisation, at);
      bytes.set(series, at + organisation.length);
      at = writeCopyNumber(bytes, at + organisation.length + series.length, row.value);
    }
    return bytes.subarray(0, at);
  }

  /** Of what was encoded. */
  get all(): Series[] {
    return [...this.measures].flatMap(([measure, years]) =>
      Object.keys(years).map((year) => ({ measure, year: Number(year) })),
    );
  }

  private organisation({ organisationCode }: ImportRow): Buffer {
    let bytes = this.organisations.get(organisationCode);
    if (!bytes) {
      bytes = Buffer.concat([copyRow(COLUMNS), copyText(organisationCode)]);
      this.organisations.set(organisationCode, bytes);
    }
    return bytes;
  }

  private series({ measureCode, year, quality }: ImportRow): Buffer {
    let years = this.measures.get(measureCode);
    if (!years) this.measures.set(measureCode, (years = []));
    const qualities = (years[year] ??= new Map());
    let bytes = qualities.get(quality);
    if (!bytes) {
      bytes = Buffer.concat([copyText(measureCode), copyInteger(year), copyText(quality)]);
      qualities.set(quality, bytes);
    }
    return bytes;
  }
}
