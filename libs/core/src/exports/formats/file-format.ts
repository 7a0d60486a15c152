import type { LocalDate } from '#domain/shared/local-date';
import type { CsvOptions } from '../csv-options.js';
import type { Enclosure } from '../enclosures.js';
import type { ExportColumn } from '../export-kind.js';
import type { Manifest } from '../manifest.js';

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

/**
 * Renders the rows, which are those of the CSV in every format, from the bytes that the database writes, the line of column
 * names first. It reads them no faster than it is read.
 */
export type FileFormat = (pieces: AsyncIterable<Buffer>, report: Report) => AsyncGenerator<Buffer | string>;
