import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { Filters, type Filter } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { PageHead } from '../parts/page-head.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';

type Case = Schemas['ApplicationItem'];

/** What an officer never sees is not offered to filter by. */
const STATUSES = applicationLifecycle.states.filter((status) => status !== 'draft' && status !== 'discarded');

export function Component() {
  const { t, named, kr, day } = useText();
  const [filters, set] = useFilters(['q', 'status', 'sort']);
  const list = useList<Case>('/api/v1/applications', filters);
  const of: Filter<'q' | 'status' | 'sort'>[] = [
    { kind: 'search', name: 'q', label: t('web.work.search') },
    {
      kind: 'choice',
      name: 'status',
      label: t('web.work.status'),
      options: STATUSES.map((status) => ({ value: status, label: named('status.application', status) })),
    },
  ];
  const columns: Column<Case>[] = [
    {
      code: 'registryNumber',
      header: t('web.work.registryNumber'),
      cell: (row) => row.registryNumber ?? '–',
      sorts: true,
    },
    { code: 'title', header: t('web.work.title.column'), cell: (row) => row.title },
    {
      code: 'organisation',
      header: t('web.work.organisation'),
      cell: (row) => row.organisation.name,
      sorts: true,
    },
    { code: 'call', header: t('web.work.call'), cell: (row) => row.call.title },
    {
      code: 'status',
      header: t('web.work.status'),
      cell: (row) => <StatusTag subject="application" status={row.status} />,
    },
    {
      code: 'requested',
      header: t('web.work.requested'),
      cell: (row) => kr(row.requestedTotal),
      isNumber: true,
    },
    {
      code: 'submittedAt',
      header: t('web.work.submittedAt'),
      cell: (row) => day(row.submittedAt),
      sorts: true,
    },
    {
      code: 'updatedAt',
      header: t('web.work.updatedAt'),
      cell: (row) => day(row.updatedAt),
      sorts: true,
      isExtra: true,
    },
  ];
  return (
    <>
      <PageHead title={t('web.work.title')} />
      <Filters of={of} values={filters} set={set} />
      <List
        name="worklist"
        caption={t('web.work.caption')}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/arenden/${row.id}`}
        sort={filters.sort ?? '-updatedAt'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t('web.work.empty')}</p>}
      />
    </>
  );
}
