import type { LocalDate } from '#domain/shared/local-date';
import type { CsvOptions } from '../csv-options.js';
import type { Enclosure } from '../enclosures.js';
import type { ExportColumn } from '../export-kind.js';
import type { Manifest, Words } from '../manifest.js';

/** `number` where the value is one, exact and as a machine reads it; `value` is how people do. */
export type CoverLine = [name: string, value: string, number?: string];

export interface HeadedColumn extends ExportColumn {
  heading: Words;
}

/** What a file says besides its rows. */
export interface Report {
  columns: readonly HeadedColumn[];
  csv: CsvOptions | null;
  title: string;
  /** The day in Stockholm on which it is made. */
  day: LocalDate;
  enclosures: readonly Enclosure[];
  /** What the manifest says of the rows, asked when all of them are written. */
  told(written: { cutCells: number }): Promise<Told>;
  /** The same as the lines of a cover sheet. */
  cover(written: { cutCells: number }): Promise<CoverLine[]>;
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
