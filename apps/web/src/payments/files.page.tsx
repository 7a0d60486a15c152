import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { PageHead } from '../parts/page-head.js';
import { usePeople } from '../parts/people.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';

type File = Schemas['PaymentFileItem'];

/** The files for the bank, and what the bank has said of each. */
export function Component() {
  const { t, named, kr, moment } = useText();
  const nameOf = usePeople();
  const [filters, set] = useFilters(['status', 'sort']);
  const list = useList<File>('/api/v1/payment-files', filters);
  const columns: Column<File>[] = [
    {
      code: 'requestedAt',
      header: t('web.payments.requestedAt'),
      cell: (row) => moment(row.requestedAt),
      sorts: true,
    },
    {
      code: 'status',
      header: t('web.payments.status'),
      cell: (row) => <StatusTag subject="paymentFile" status={row.status} />,
    },
    { code: 'count', header: t('web.payments.count'), cell: (row) => row.paymentCount, isNumber: true },
    { code: 'sum', header: t('web.payments.controlSum'), cell: (row) => kr(row.controlSum), isNumber: true },
    { code: 'sent', header: t('web.payments.atBank'), cell: (row) => row.payments.sent, isNumber: true },
    {
      code: 'executed',
      header: t('web.payments.executed'),
      cell: (row) => row.payments.executed,
      isNumber: true,
    },
    {
      code: 'bounced',
      header: t('web.payments.bounced'),
      cell: (row) => row.payments.bounced,
      isNumber: true,
    },
    { code: 'by', header: t('web.payments.requestedBy'), cell: (row) => nameOf(row.requestedBy) },
    {
      code: 'messageId',
      header: t('web.payments.messageId'),
      cell: (row) => <code>{row.messageId}</code>,
      isExtra: true,
    },
  ];
  return (
    <>
      <PageHead title={t('web.payments.files')} />
      <Filters
        of={[
          {
            kind: 'choice',
            name: 'status',
            label: t('web.payments.status'),
            options: ['queued', 'ready'].map((value) => ({
              value,
              label: named('status.paymentFile', value),
            })),
          },
        ]}
        values={filters}
        set={set}
      />
      <List
        name="paymentFiles"
        caption={t('web.payments.files')}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/utbetalningar/filer/${row.id}`}
        sort={filters.sort ?? '-requestedAt'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t('web.payments.filesEmpty')}</p>}
      />
    </>
  );
}
