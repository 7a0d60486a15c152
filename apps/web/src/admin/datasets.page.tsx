import { Details } from '@digdir/designsystemet-react';
import { measureDatasetLifecycle } from '#domain/measures/measure-dataset.lifecycle';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { AdminHead } from './admin-head.js';
import { useKinds } from './dataset-kind.js';
import { FetchForm } from './fetch-form.js';
import { UploadForm } from './upload-form.js';

type Dataset = Schemas['MeasureDatasetItem'];

export function Component() {
  const { t } = useText();
  return (
    <>
      <AdminHead title={t('web.datasets.title')}>
        <p>{t('web.datasets.intro')}</p>
      </AdminHead>
      <div className="sends">
        <Details>
          <Details.Summary>{t('web.datasets.upload')}</Details.Summary>
          <Details.Content>
            <UploadForm />
          </Details.Content>
        </Details>
        <Details>
          <Details.Summary>{t('web.datasets.fetch')}</Details.Summary>
          <Details.Content>
            <FetchForm />
          </Details.Content>
        </Details>
      </div>
      <Datasets />
    </>
  );
}

function Datasets() {
  const { t, named, number, moment } = useText();
  const { nameOf, options } = useKinds();
  const [filters, set] = useFilters(['status', 'kind', 'sort']);
  const list = useList<Dataset>('/api/v1/measure-datasets', filters);
  const columns: Column<Dataset>[] = [
    { code: 'kind', header: t('web.datasets.kind'), cell: (row) => nameOf(row.kind) },
    { code: 'vintage', header: t('web.datasets.vintage'), cell: (row) => row.vintage },
    {
      code: 'status',
      header: t('web.datasets.status'),
      cell: (row) => <StatusTag subject="measureDataset" status={row.status} />,
    },
    {
      code: 'receivedAt',
      header: t('web.datasets.receivedAt'),
      cell: (row) => moment(row.receivedAt),
      sorts: true,
    },
    { code: 'rows', header: t('web.datasets.rows'), cell: (row) => number(row.rowCount), isNumber: true },
    {
      code: 'rejectedCount',
      header: t('web.datasets.rejectedCount'),
      cell: (row) => number(row.rejectedCount),
      isNumber: true,
    },
    { code: 'source', header: t('web.datasets.source'), cell: (row) => row.source },
    {
      code: 'loadedAt',
      header: t('web.datasets.loadedAt'),
      cell: (row) => moment(row.loadedAt),
      isExtra: true,
    },
    { code: 'fileName', header: t('web.datasets.fileName'), cell: (row) => row.fileName, isExtra: true },
  ];
  return (
    <>
      <Filters
        of={[
          {
            kind: 'choice',
            name: 'status',
            label: t('web.datasets.status'),
            options: measureDatasetLifecycle.states.map((value) => ({
              value,
              label: named('status.measureDataset', value),
            })),
          },
          { kind: 'choice', name: 'kind', label: t('web.datasets.kind'), options },
        ]}
        values={filters}
        set={set}
      />
      <List
        name="datasets"
        caption={t('web.datasets.caption')}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/admin/datamangder/${row.id}`}
        sort={filters.sort ?? '-receivedAt'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t('web.datasets.empty')}</p>}
      />
    </>
  );
}
