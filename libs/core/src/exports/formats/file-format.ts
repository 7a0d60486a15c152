import type { LocalDate } from '#domain/shared/local-date';
import type { CsvOptions } from '../csv-options.js';
import type { ExportColumn } from '../export-kind.js';
import type { Cell } from '../record-reader.js';

/** Some rows, as the database wrote them and as they read. The first bytes begin with the line of column names. */
export interface Batch {
  bytes: Buffer;
  rows: Cell[][];
}

/** What a file says besides its rows. */
export interface Report {
  columns: readonly ExportColumn[];
  csv: CsvOptions | null;
  title: string;
  /** The day in Stockholm on which it is made. */
  day: LocalDate;
  /** The lines of the cover sheet, asked when all rows are written. */
  cover(written: { cutCells: number }): Promise<[name: string, value: string][]>;
}

/** Renders the rows, which are those of the CSV in every format. It reads them no faster than it is read. */
export type FileFormat = (batches: AsyncIterable<Batch>, report: Report) => AsyncGenerator<Buffer | string>;
