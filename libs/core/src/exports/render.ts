import { list, sql, trusted, type Sql } from '#platform/database';
import type { ExportColumn, ExportKind, ExportRows } from './export-kind.js';

const name = (column: ExportColumn): Sql => trusted(`"${column.key}"`);
const label = (column: ExportColumn): Sql => trusted(`'${column.key}'`);

/**
 * As a spreadsheet is to read it: formulas guarded in text, instants in UTC. A number is a double, so that its digits are
 * those that it is summed by.
 */
function cell(column: ExportColumn): Sql {
  if (column.type === 'text') return sql`guard_cell(t.${name(column)}::text) AS ${name(column)}`;
  if (column.type === 'instant') return sql`audit_time(t.${name(column)}) AS ${name(column)}`;
  if (column.type === 'number') return sql`t.${name(column)}::float8`;
  return sql`t.${name(column)}`;
}

/** The rows that every format renders. */
export function render({ columns }: ExportKind, { rows, order }: ExportRows): Sql {
  return sql`SELECT ${list(columns.map(cell))} FROM (${rows} ORDER BY ${order}) t`;
}

/** A number is added as the decimal that stands in the file, so that the sum is exact whatever the order of the rows. */
const SUMMED: Partial<Record<ExportColumn['type'], (cells: Sql) => Sql>> = {
  money: (cells) => sql`coalesce(sum(${cells}), 0)::bigint::text`,
  number: (cells) => sql`coalesce(sum(${cells}::float8::text::numeric), 0)::text`,
};

/** Row count and the sum of each column of money or numbers, exact as text, over the same rows: in any order, so none is sorted. */
export function totals({ columns, overlapping = [] }: ExportKind, { rows }: ExportRows): Sql {
  const sums = columns.flatMap((column) => {
    if (overlapping.includes(column.key)) return [];
    const sum = SUMMED[column.type]?.(sql`t.${name(column)}`);
    return sum ? [sql`${label(column)}, ${sum}`] : [];
  });
  const controlSums = sums.length > 0 ? sql`json_build_object(${list(sums)})` : sql`'{}'::json`;
  return sql`SELECT count(*) AS "rowCount", ${controlSums} AS "controlSums" FROM (${rows}) t`;
}
