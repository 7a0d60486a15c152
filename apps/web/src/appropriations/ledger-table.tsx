import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { hasText } from '#text/web';
import { api, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { Loaded } from '../parts/loaded.js';

type Entry = Schemas['LedgerEntry'];

interface LedgerTableProps {
  id: string;
  asOf: string | undefined;
  year: string | undefined;
}

/** The entries in order, two or more to each posting; their sum is always nought. */
export function LedgerTable({ id, asOf, year }: LedgerTableProps) {
  const { t } = useText();
  const { data, error, fetchNextPage, hasNextPage } = useEntries({ id, asOf, year });
  const entries = data?.pages.flatMap((page) => page.entries);
  const more = hasNextPage ? () => void fetchNextPage() : undefined;
  const columns = useColumns();
  return (
    <Loaded query={{ data: entries, error }}>
      {(rows) => (
        <>
          <p className="count">{t('web.list.total', { total: data?.pages[0]?.total ?? 0 })}</p>
          <DataTable
            name="ledger"
            caption={t('web.appropriations.ledger')}
            columns={columns}
            rows={rows}
            rowKey={(row) => String(row.id)}
            {...(more ? { more } : {})}
          />
          {more ? (
            <Button variant="secondary" onClick={more}>
              {t('web.list.more')}
            </Button>
          ) : null}
        </>
      )}
    </Loaded>
  );
}

/** The ledger is a thing with entries, not a list: it is read page after page by itself. */
function useEntries({ id, asOf, year }: LedgerTableProps) {
  return useInfiniteQuery({
    queryKey: ['ledger', id, asOf, year],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 100,
        ...(asOf ? { asOf } : {}),
        ...(year ? { year: Number(year) } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return api
        .GET('/api/v1/appropriations/{id}/ledger', { params: { path: { id }, query }, signal })
        .then((answer) => answer.data!);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

/** Where the thing that an entry is about is shown. */
const PLACES: Record<string, string> = {
  decision: '/beslut/',
  recovery: '/aterkrav/',
  report: '/redovisningar/',
};

function useColumns(): Column<Entry>[] {
  const { t, named, kr, day } = useText();
  return [
    { code: 'day', header: t('web.appropriations.day'), cell: (row) => day(row.day) },
    { code: 'act', header: t('web.appropriations.act'), cell: (row) => named('web.ledgerAct', row.act) },
    {
      code: 'subject',
      header: t('web.appropriations.about'),
      cell: (row) => {
        const code = `subject.${row.subjectType}`;
        const name = hasText(code) ? t(code) : named('web.ledgerSubject', row.subjectType);
        const place = PLACES[row.subjectType];
        return place ? <Link to={place + row.subjectId}>{name}</Link> : name;
      },
    },
    { code: 'fund', header: t('web.appropriations.fund'), cell: (row) => named('fund', row.fund) },
    {
      code: 'account',
      header: t('web.appropriations.account'),
      cell: (row) => named('account', row.account),
    },
    { code: 'year', header: t('web.appropriations.year'), cell: (row) => row.year },
    { code: 'amount', header: t('web.appropriations.amount'), cell: (row) => kr(row.amount), isNumber: true },
    {
      code: 'transaction',
      header: t('web.appropriations.posting'),
      cell: (row) => row.transactionId.slice(-12),
      isExtra: true,
    },
  ];
}
