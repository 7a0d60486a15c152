import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useText } from '../frame/language.js';
import { DataTable, type Column, type Selection } from './data-table.js';
import { Empty } from './empty.js';
import { KeysHelp } from './keys-help.js';
import { ProblemNotice } from './problem-notice.js';
import type { useList } from './use-list.js';
import { Waiting } from './waiting.js';

interface ListProps<Row> {
  name: string;
  caption: string;
  /** What `useList` gives. */
  list: Omit<ReturnType<typeof useList<Row>>, never>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  href?: (row: Row) => string;
  sort?: string;
  onSort?: (sort: string) => void;
  selection?: Selection<Row>;
  /** Where nothing is found: what to do. */
  empty: ReactNode;
}

/** A list of the API as a table: how many there are, the rows, the keys to walk them, and more of them on the way down. */
export function List<Row>({ list, empty, ...table }: ListProps<Row>) {
  const { t } = useText();
  const { rows, total, isAtLeast, error, more, isStale } = list;
  if (rows === undefined) return error ? <ProblemNotice error={error} /> : <Waiting lines={10} />;
  return (
    <>
      <ProblemNotice error={error} />
      <div className="list-head">
        <p className="count" role="status">
          {t(isAtLeast ? 'web.list.atLeast' : 'web.list.total', { total })}
        </p>
        {table.href && rows.length > 0 ? <KeysHelp canChoose={table.selection !== undefined} /> : null}
      </div>
      {rows.length === 0 ? (
        <Empty title={t('web.list.empty')}>{empty}</Empty>
      ) : (
        <DataTable {...table} rows={rows} more={more} isStale={isStale} />
      )}
      {more ? (
        <Button variant="secondary" onClick={more}>
          {t('web.list.more')}
        </Button>
      ) : null}
    </>
  );
}
