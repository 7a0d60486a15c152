import { Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

export interface PlainColumn<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and money. */
  isNumber?: true;
  /** What stands under the column: a sum. */
  foot?: ReactNode;
}

interface PlainTableProps<Row> {
  /** Says aloud what the table is of; a heading over it says it to the eye. */
  caption: string;
  columns: readonly PlainColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
}

/** A few rows of one thing, whole. Lists that are sorted, chosen among and walked through are `DataTable`. */
export function PlainTable<Row>({ caption, columns, rows, rowKey }: PlainTableProps<Row>) {
  const hasFoot = columns.some((column) => column.foot !== undefined);
  return (
    <div className="scroll-x plain-table" tabIndex={0} role="region" aria-label={caption}>
      <Table border>
        <caption className="sr-only">{caption}</caption>
        <Table.Head>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell key={column.header} className={numberClass(column)}>
                {column.header}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.header} scope="row" className={numberClass(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.header} className={numberClass(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {hasFoot ? (
          <tfoot>
            <tr>
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.header} scope="row">
                    {column.foot}
                  </th>
                ) : (
                  <td key={column.header} className={numberClass(column)}>
                    {column.foot}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        ) : null}
      </Table>
    </div>
  );
}

const numberClass = ({ isNumber }: { isNumber?: true }) => (isNumber ? 'number' : undefined);
