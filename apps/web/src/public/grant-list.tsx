import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { List } from '../parts/list.js';
import { useList } from '../parts/use-list.js';
import type { GrantFilters } from './grant-filters.js';
import { useProgrammes } from './use-programmes.js';

type Grant = Schemas['OpenGrantItem'];

interface GrantListProps {
  filters: GrantFilters;
  onSort: (sort: string) => void;
}

export function GrantList({ filters, onSort }: GrantListProps) {
  const { t, kr, day } = useText();
  const { nameOf } = useProgrammes();
  const list = useList<Grant>('/api/v1/public/grants', filters);
  const columns: Column<Grant>[] = [
    { code: 'id', header: t('web.open.id'), cell: (row) => row.id },
    {
      code: 'recipientName',
      header: t('web.open.recipient'),
      cell: (row) => row.recipientName,
      sorts: true,
    },
    { code: 'title', header: t('web.open.grantTitle'), cell: (row) => row.title },
    {
      code: 'amountAwarded',
      header: t('web.open.awarded'),
      cell: (row) => kr(row.amountAwarded),
      isNumber: true,
      sorts: true,
    },
    {
      code: 'paid',
      header: t('web.open.paid'),
      cell: (row) => kr(row.amountDisbursed),
      isNumber: true,
      isExtra: true,
    },
    {
      code: 'returned',
      header: t('web.open.returned'),
      cell: (row) => kr(row.amountReturned),
      isNumber: true,
      isExtra: true,
    },
    { code: 'awardDate', header: t('web.open.awardDate'), cell: (row) => day(row.awardDate), sorts: true },
    {
      code: 'programme',
      header: t('web.open.programme'),
      cell: (row) => nameOf(row.programmeCode),
      isExtra: true,
    },
    { code: 'call', header: t('web.open.call'), cell: (row) => row.call, isExtra: true },
    {
      code: 'period',
      header: t('web.open.period'),
      cell: (row) => `${day(row.plannedStartDate)} – ${day(row.plannedEndDate)}`,
      isExtra: true,
    },
  ];
  return (
    <List
      name="open-grants"
      caption={t('web.open.caption')}
      list={list}
      columns={columns}
      rowKey={(row) => row.id}
      sort={filters.sort ?? '-awardDate'}
      onSort={onSort}
      empty={<p>{t('web.open.empty')}</p>}
    />
  );
}
