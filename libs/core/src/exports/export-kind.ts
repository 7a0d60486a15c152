import type { Permission } from '#domain/access/permissions';
import type { LocalDate } from '#domain/shared/local-date';
import type { Sql } from '#platform/database';
import type { ExportFormat } from './export.entity.js';

export interface ExportColumn {
  /** The name in the file. */
  key: string;
  type: 'text' | 'id' | 'money' | 'integer' | 'number' | 'date' | 'instant' | 'json';
  /** The group of texts that has a word for each code that stands in it: `status.decision`. Files for machines keep the codes. */
  words?: string;
  /** How people see a number; left out, with all its digits. */
  shown?: ShownAs;
}

/** A share 0–1 as percent, a computed value with four decimals, kronor with two. */
export type ShownAs = 'percent' | 'decimals' | 'kronor';

export interface ExportFilters {
  year?: number;
  status?: string;
  callId?: string;
  organisationId?: string;
  programmeCode?: string;
  /** A measure's code. */
  measure?: string;
  applicationId?: string;
}

/** What an export shows, by the keys of its columns, and in which order, by whatever the rows are taken from. */
export interface ExportRows {
  rows: Sql;
  order: Sql;
}

/** An export: one query and a column list. */
export interface ExportKind {
  kind: string;
  columns: readonly ExportColumn[];
  /** The columns that tell which row it is, from one export to the next; left out, a row is itself and nothing else. */
  key?: readonly string[];
  /** Columns of money whose rows overlap: they have no control sum. */
  overlapping?: readonly string[];
  /** The filters that it understands; another is refused when it is ordered. */
  filters: readonly (keyof ExportFilters)[];
  /** Those of them that it cannot be without. */
  required?: readonly (keyof ExportFilters)[];
  /** What `status` may be; left out, all that its column has words for. */
  statuses?: readonly string[];
  /** Left out, every format of rows. */
  formats?: readonly ExportFormat[];
  /** What who orders it must be allowed, besides ordering exports. */
  permission?: Permission;
  /** It holds audit events, so those that there are are sealed before it is made. */
  isSealed?: boolean;
  /** It shows the moment at which it is made, and no day before. */
  isOfNowOnly?: boolean;
  /** `asOf` is the last day that counts; `null` is now. */
  query(filters: ExportFilters, asOf: LocalDate | null): ExportRows;
  /** What lies beside the rows in a zip: `documents` with their content, and stored `files` by key, in one row each. */
  encloses?(filters: ExportFilters): { documents: Sql; files: Sql };
}

export const text = (key: string): ExportColumn => ({ key, type: 'text' });
/** One of a set of codes, or several of them apart by spaces. */
export const code = (key: string, words: string): ExportColumn => ({ key, type: 'text', words });
/** What Medel itself names things by, a UUID, a hash or a code: there is no formula in it to guard against. */
export const id = (key: string): ExportColumn => ({ key, type: 'id' });
export const money = (key: string): ExportColumn => ({ key, type: 'money' });
export const integer = (key: string): ExportColumn => ({ key, type: 'integer' });
export const number = (key: string): ExportColumn => ({ key, type: 'number' });
export const percent = (key: string): ExportColumn => ({ key, type: 'number', shown: 'percent' });
export const decimals = (key: string): ExportColumn => ({ key, type: 'number', shown: 'decimals' });
export const kronor = (key: string): ExportColumn => ({ key, type: 'number', shown: 'kronor' });
export const date = (key: string): ExportColumn => ({ key, type: 'date' });
export const instant = (key: string): ExportColumn => ({ key, type: 'instant' });
