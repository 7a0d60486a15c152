import { thinningLifecycle } from '#domain/retention/thinning.lifecycle';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/column.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { PageHead } from '../parts/page-head.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { Rules } from './rules.js';

type Thinning = Schemas['ThinningView'];

/** What is due, what was decided of it, and by which rules. */
export function Component() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('web.thinnings.title')}>
        <p>{t('web.thinnings.intro')}</p>
      </PageHead>
      <Lists />
      <Rules />
    </>
  );
}

function Lists() {
  const { t, named, day } = useText();
  const [filters, set] = useFilters(['status', 'sort']);
  const list = useList<Thinning>('/api/v1/thinnings', filters);
  const columns: Column<Thinning>[] = [
    {
      code: 'material',
      header: t('web.thinnings.material'),
      cell: (row) => named('web.thinnings.material', row.material),
    },
    { code: 'programme', header: t('web.thinnings.programme'), cell: (row) => row.programmeCode },
    { code: 'count', header: t('web.thinnings.count'), cell: (row) => row.count, isNumber: true },
    {
      code: 'status',
      header: t('web.thinnings.status'),
      cell: (row) => <StatusTag subject="thinning" status={row.status} />,
    },
    {
      code: 'listedAt',
      header: t('web.thinnings.listedAt'),
      cell: (row) => day(row.listedAt),
      sorts: true,
    },
    {
      code: 'carriedOutAt',
      header: t('web.thinnings.carriedOutAt'),
      cell: (row) => (row.carriedOutAt ? day(row.carriedOutAt) : '–'),
    },
  ];
  return (
    <>
      <Filters
        of={[
          {
            kind: 'choice',
            name: 'status',
            label: t('web.thinnings.status'),
            options: thinningLifecycle.states.map((value) => ({
              value,
              label: named('status.thinning', value),
            })),
          },
        ]}
        values={filters}
        set={set}
      />
      <List
        name="thinnings"
        caption={t('web.thinnings.title')}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/gallring/${row.id}`}
        sort={filters.sort ?? '-listedAt'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t('web.thinnings.empty')}</p>}
      />
    </>
  );
}
