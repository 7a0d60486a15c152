import type { LocalDate } from '#domain/shared/local-date';
import type { CsvOptions } from '../csv-options.js';
import type { Enclosure } from '../enclosures.js';
import type { ExportColumn } from '../export-kind.js';
import type { Manifest } from '../manifest.js';
import type { Cell } from '../record-reader.js';

/** Some rows, as the database wrote them and as they read. The first bytes begin with the line of column names. */
export interface Batch {
  bytes: Buffer;
  readonly rows: Cell[][];
}

/** What a file says besides its rows. */
export interface Report {
  columns: readonly ExportColumn[];
  csv: CsvOptions | null;
  title: string;
  /** The day in Stockholm on which it is made. */
  day: LocalDate;
  enclosures: readonly Enclosure[];
  /** What the manifest says of the rows, asked when all of them are written. */
  told(written: { cutCells: number }): Promise<Told>;
  /** The same as the lines of a cover sheet. */
  cover(written: { cutCells: number }): Promise<[name: string, value: string][]>;
  /** ISO 8601. */
  now(): string;
}

/** What the bytes of the file do not have to be there for. */
export type Told = Omit<Manifest, 'madeAt' | 'file'>;

/** Renders the rows, which are those of the CSV in every format. It reads them no faster than it is read. */
export type FileFormat = (batches: AsyncIterable<Batch>, report: Report) => AsyncGenerator<Buffer | string>;
