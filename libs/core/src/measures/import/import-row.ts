import type { Quality } from '#domain/applications/facts';
import type { TextCode } from '#text';
import type { MeasureDefinition } from '#domain/measures/definitions';
import type { ImportMapping } from './import-mapping.js';

export const IMPORT_FORMATS = ['csv', 'jsonStat2', 'pxwebJson', 'kolada'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** One value as a file gives it. No two rows of a file have the same organisation, measure and year. */
export interface ImportRow {
  /** The line of a CSV file, where the header is 1; the running number of the value in a JSON file. */
  line: number;
  organisationCode: string;
  /** A code of `ImportContext.measures`. */
  measureCode: string;
  year: number;
  /** In the unit of the measure: a share is 0–1. `null` where the source has none. */
  value: number | null;
  quality: Quality;
}

/** What can be wrong with a row or a file; each has a text in libs/text, `importRow.<code>`. */
export type RejectionCode = TextCode extends infer Code
  ? Code extends `importRow.${infer Name}`
    ? Name
    : never
  : never;

/** A row that cannot be loaded. `data` fills the text of its code, and can be stored as JSON. */
export interface RejectedRow {
  line: number;
  code: RejectionCode;
  data: Record<string, unknown>;
}

/** Who takes the rows of a file, one at a time as they are read. It is the same object each time: who keeps it, keeps a copy. */
export type TakeRow = (row: ImportRow) => void;

/** What a file is read against. */
export interface ImportContext {
  organisationCodes: ReadonlySet<string>;
  measures: readonly MeasureDefinition[];
  /** Both inclusive. */
  years: { from: number; to: number };
  mapping: ImportMapping;
}
