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
import './applications.css';
import { Deadlines } from './deadlines-section.js';
import { OpenCalls } from './open-calls.js';

type Case = Schemas['ApplicationItem'];

/** What a recipient comes to do: what is next, what can be applied for, and its cases. */
export function Component() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('web.applications.title')} />
      <Deadlines />
      <OpenCalls />
      <h2>{t('web.applications.cases')}</h2>
      <Cases />
    </>
  );
}

function Cases() {
  const { t, named } = useText();
  const [filters, set] = useFilters(['q', 'status', 'sort']);
  const list = useList<Case>('/api/v1/applications', filters);
  const of: Filter<'q' | 'status' | 'sort'>[] = [
    { kind: 'search', name: 'q', label: t('web.applications.search') },
    {
      kind: 'choice',
      name: 'status',
      label: t('web.applications.status'),
      options: applicationLifecycle.states.map((status) => ({
        value: status,
        label: named('status.application', status),
      })),
    },
  ];
  return (
    <>
      <Filters of={of} values={filters} set={set} />
      <List
        name="applications"
        caption={t('web.applications.cases')}
        list={list}
        columns={useColumns()}
        rowKey={(row) => row.id}
        href={(row) => `/ansokningar/${row.id}`}
        sort={filters.sort ?? '-updatedAt'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t('web.applications.empty')}</p>}
      />
    </>
  );
}

function useColumns(): Column<Case>[] {
  const { t, kr, day } = useText();
  return [
    {
      code: 'title',
      header: t('form.projectTitle'),
      cell: (row) => row.title || t('web.applications.untitled'),
    },
    {
      code: 'status',
      header: t('web.applications.status'),
      cell: (row) => <StatusTag subject="application" status={row.status} />,
    },
    { code: 'call', header: t('web.applications.call'), cell: (row) => row.call.title },
    {
      code: 'requested',
      header: t('form.requested'),
      cell: (row) => kr(row.requestedTotal),
      isNumber: true,
    },
    {
      code: 'registryNumber',
      header: t('web.applications.registryNumber'),
      cell: (row) => row.registryNumber ?? '–',
      sorts: true,
    },
    {
      code: 'submittedAt',
      header: t('web.applications.submittedAt'),
      cell: (row) => day(row.submittedAt),
      sorts: true,
    },
    {
      code: 'updatedAt',
      header: t('web.applications.updatedAt'),
      cell: (row) => day(row.updatedAt),
      sorts: true,
      isExtra: true,
    },
  ];
}
