import { list, sql, trusted, type Sql } from '#platform/database';
import type { ExportColumn, ExportKind } from './export-kind.js';

const name = (column: ExportColumn): Sql => trusted(`"${column.key}"`);
const label = (column: ExportColumn): Sql => trusted(`'${column.key}'`);

/** As a spreadsheet is to read it: formulas guarded in text, instants in UTC, numbers as numbers. */
function cell(column: ExportColumn): Sql {
  if (column.type === 'text') return sql`guard_cell(t.${name(column)}::text) AS ${name(column)}`;
  if (column.type === 'instant') return sql`audit_time(t.${name(column)}) AS ${name(column)}`;
  return sql`t.${name(column)}`;
}

function member(column: ExportColumn): Sql {
  if (column.type === 'instant') return sql`${label(column)}, audit_time(t.${name(column)})`;
  if (column.type === 'json') return sql`${label(column)}, t.${name(column)}::json`;
  return sql`${label(column)}, t.${name(column)}`;
}

export function csvRows({ columns }: ExportKind, query: Sql): Sql {
  return sql`SELECT ${list(columns.map(cell))} FROM (${query}) t`;
}

/** A JSON object a line; all but the first begin with the comma that an array needs. */
export function jsonRows({ columns }: ExportKind, query: Sql): Sql {
  return sql`SELECT CASE WHEN row_number() OVER () = 1 THEN '' ELSE ',' END
    || json_build_object(${list(columns.map(member))})::text FROM (${query}) t`;
}

/** A number is added as the decimal that stands in the file, so that the sum is exact whatever the order of the rows. */
const SUMMED: Partial<Record<ExportColumn['type'], (cells: Sql) => Sql>> = {
  money: (cells) => sql`coalesce(sum(${cells}), 0)::bigint`,
  number: (cells) => sql`coalesce(sum(${cells}::text::numeric), 0)`,
};

/** Row count and the sum of each column of money or numbers, over the same rows. */
export function totals({ columns }: ExportKind, query: Sql): Sql {
  const sums = columns.flatMap((column) => {
    const sum = SUMMED[column.type]?.(sql`t.${name(column)}`);
    return sum ? [sql`${label(column)}, ${sum}`] : [];
  });
  const controlSums = sums.length > 0 ? sql`json_build_object(${list(sums)})` : sql`'{}'::json`;
  return sql`SELECT count(*) AS "rowCount", ${controlSums} AS "controlSums" FROM (${query}) t`;
}
