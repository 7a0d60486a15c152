import { Input, Table } from '@digdir/designsystemet-react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { classOf, type Column } from './column.js';
import { ColumnChoice, useChosenColumns } from './column-choice.js';
import { useRowKeys } from './use-row-keys.js';

export type { Column } from './column.js';

/** Rows that are chosen for one act on all of them. */
export interface Selection<Row> {
  chosen: ReadonlySet<string>;
  toggle: (key: string) => void;
  toggleAll: () => void;
  /** What its box is called: `Choose 2026-000123`. */
  labelOf: (row: Row) => string;
  labelOfAll: string;
}

interface DataTableProps<Row> {
  /** What the table is of; also the name that the choice of columns is remembered by. */
  name: string;
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where the first cell of a row leads. */
  href?: (row: Row) => string;
  sort?: string;
  onSort?: (sort: string) => void;
  /** Asked for when the end comes in sight. */
  more?: () => void;
  isStale?: boolean;
  selection?: Selection<Row>;
}

/** Above this the rows out of sight are left out of the page; fewer than any list that goes on reads first. */
const FEW = 40;
/** So near the end of what is read, more is asked for. */
const NEAR_END = 20;
const ROW_HEIGHT = 41;

/** Rows with a header each, sorted by it, chosen among, walked through by `j`, `k` and `Enter`. Any number of rows. */
export function DataTable<Row>({ columns, ...props }: DataTableProps<Row>) {
  const [shown, choose] = useChosenColumns(props.name, columns);
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <div className="data-table" data-stale={props.isStale}>
      <ColumnChoice columns={columns} shown={shown} choose={choose} />
      <div className="scroll-x" tabIndex={0} role="region" aria-label={props.caption}>
        <Table border aria-rowcount={props.more ? -1 : props.rows.length + 1}>
          <caption className="sr-only">{props.caption}</caption>
          <Table.Head>
            <Table.Row>
              {props.selection ? <HeadBox rows={props.rows.length} of={props.selection} /> : null}
              {shown.map((column) => (
                <Head key={column.code} column={column} sort={props.sort} onSort={props.onSort} />
              ))}
            </Table.Row>
          </Table.Head>
          <tbody ref={body}>
            {props.rows.length > FEW ? (
              <Windowed {...props} columns={shown} />
            ) : (
              <Rows {...props} columns={shown} from={0} />
            )}
          </tbody>
        </Table>
      </div>
    </div>
  );
}

function HeadBox<Row>({ of, rows }: { of: Selection<Row>; rows: number }) {
  return (
    <Table.HeaderCell className="choose">
      <Input
        type="checkbox"
        aria-label={of.labelOfAll}
        checked={rows > 0 && of.chosen.size >= rows}
        onChange={of.toggleAll}
      />
    </Table.HeaderCell>
  );
}

interface HeadProps<Row> extends Pick<DataTableProps<Row>, 'sort' | 'onSort'> {
  column: Column<Row>;
}

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const className = classOf(column);
  if (!column.sorts || !onSort)
    return <Table.HeaderCell className={className}>{column.header}</Table.HeaderCell>;
  const direction = sort === column.code ? 'ascending' : sort === `-${column.code}` ? 'descending' : 'none';
  return (
    <Table.HeaderCell
      className={className}
      sort={direction}
      onClick={() => onSort(direction === 'ascending' ? `-${column.code}` : column.code)}
    >
      {column.header}
    </Table.HeaderCell>
  );
}

interface RowsProps<Row> extends Pick<
  DataTableProps<Row>,
  'columns' | 'rows' | 'rowKey' | 'href' | 'selection'
> {
  from: number;
}

function Rows<Row>({ rows, rowKey, selection, from, columns, href }: RowsProps<Row>) {
  return rows.map((row, place) => {
    const name = rowKey(row);
    return (
      <Line
        key={name}
        index={from + place}
        isChosen={selection?.chosen.has(name) ?? false}
        toggle={selection?.toggle}
        labelOf={selection?.labelOf}
        {...{ name, row, columns, href }}
      />
    );
  });
}

interface LineProps<Row>
  extends Pick<DataTableProps<Row>, 'columns' | 'href'>, Partial<Pick<Selection<Row>, 'toggle' | 'labelOf'>> {
  row: Row;
  name: string;
  index: number;
  isChosen: boolean;
}

/** Drawn again only where something of it has changed: the list is, at each step of a scroll and while others are waited for. */
const Line = memo(function Line<Row>(props: LineProps<Row>) {
  const { row, name, index, columns, href, isChosen, toggle, labelOf } = props;
  return (
    <tr aria-rowindex={index + 2}>
      {toggle ? (
        <td className="choose">
          <Input
            type="checkbox"
            data-select
            aria-label={labelOf?.(row)}
            checked={isChosen}
            onChange={() => toggle(name)}
          />
        </td>
      ) : null}
      {columns.map((column, at) =>
        at === 0 && href ? (
          <th key={column.code} scope="row" className={classOf(column)}>
            <Link to={href(row)} data-row>
              {column.cell(row)}
            </Link>
            {column.under?.(row)}
          </th>
        ) : (
          <td key={column.code} className={classOf(column)}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}) as <Row>(props: LineProps<Row>) => ReactNode;

function Windowed<Row>(props: DataTableProps<Row>) {
  const { rows, more } = props;
  const columns = props.columns.length + (props.selection ? 1 : 0);
  const top = useRef<HTMLTableRowElement>(null);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: top.current ? top.current.getBoundingClientRect().top + scrollY : 0,
    onChange: (instance) => {
      const lastInSight = instance.range?.endIndex ?? 0;
      if (lastInSight > rows.length - NEAR_END) more?.();
    },
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  return (
    <>
      <tr ref={top} aria-hidden className="spacer">
        <td colSpan={columns} style={{ height: first * ROW_HEIGHT }} />
      </tr>
      <Rows {...props} rows={rows.slice(first, last + 1)} from={first} />
      <tr aria-hidden className="spacer">
        <td colSpan={columns} style={{ height: (rows.length - 1 - last) * ROW_HEIGHT }} />
      </tr>
    </>
  );
}
