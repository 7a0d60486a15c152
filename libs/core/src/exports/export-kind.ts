import type { LocalDate } from '#domain/shared/local-date';
import type { Sql } from '#platform/database';

export interface ExportColumn {
  /** The name in the file. */
  key: string;
  type: 'text' | 'money' | 'integer' | 'number' | 'date' | 'instant' | 'json';
}

export interface ExportFilters {
  year?: number;
  status?: string;
  callId?: string;
  organisationId?: string;
  programmeCode?: string;
  /** A measure's code. */
  measure?: string;
}

/** An export: one query and a column list. */
export interface ExportKind {
  kind: string;
  columns: readonly ExportColumn[];
  /** The columns that tell which row it is, from one export to the next; left out, a row is itself and nothing else. */
  key?: readonly string[];
  /** The filters that it understands; another is refused when it is ordered. */
  filters: readonly (keyof ExportFilters)[];
  /** Yields the columns by their keys. `asOf` is the last day that counts; `null` is now. */
  query(filters: ExportFilters, asOf: LocalDate | null): Sql;
}

export const text = (key: string): ExportColumn => ({ key, type: 'text' });
export const money = (key: string): ExportColumn => ({ key, type: 'money' });
export const integer = (key: string): ExportColumn => ({ key, type: 'integer' });
export const number = (key: string): ExportColumn => ({ key, type: 'number' });
export const date = (key: string): ExportColumn => ({ key, type: 'date' });
export const instant = (key: string): ExportColumn => ({ key, type: 'instant' });
