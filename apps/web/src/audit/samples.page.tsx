import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { PageHead } from '../parts/page-head.js';
import { useAll } from '../parts/use-all.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { useNames } from '../parts/people.js';
import { may, useSession } from '../session/session.js';
import { SampleForm } from './sample-form.js';
import type { SampleItem } from './sample.js';
import './audit.css';

export function Component() {
  const { t } = useText();
  const { user } = useSession();
  const [isNew, begin] = useState(false);
  const [filters, set] = useFilters(['year', 'sort']);
  const list = useList<SampleItem>('/api/v1/samples', filters);
  const columns = useColumns();
  return (
    <>
      <PageHead
        title={t('web.samples.title')}
        over={<Link to="/granskning">{t('web.audit.title')}</Link>}
        actions={
          may(user, 'sample.create') && !isNew ? (
            <Button onClick={() => begin(true)}>{t('web.samples.new')}</Button>
          ) : null
        }
      >
        <p>{t('web.samples.intro')}</p>
      </PageHead>
      {isNew ? (
        <section aria-labelledby="new-sample" className="new-sample">
          <h2 id="new-sample">{t('web.samples.new')}</h2>
          <SampleForm onCancel={() => begin(false)} />
        </section>
      ) : null}
      <Filters
        of={[{ kind: 'number', name: 'year', label: t('web.samples.year') }]}
        values={filters}
        set={set}
      />
      <List
        name="samples"
        caption={t('web.samples.caption')}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/granskning/stickprov/${row.id}`}
        sort={filters.sort ?? '-drawnAt'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t('web.samples.empty')}</p>}
      />
    </>
  );
}

/** What a sample was drawn among, by its name. */
export function useAmong(): (sample: Pick<SampleItem, 'callId' | 'programmeCode'>) => string {
  const { data: calls } = useAll<Schemas['CallView']>('/api/v1/calls');
  const { data: programmes } = queries.useQuery('get', '/api/v1/programmes');
  return ({ callId, programmeCode }) =>
    callId
      ? (calls?.find(({ id }) => id === callId)?.title ?? '…')
      : (programmes?.items.find(({ code }) => code === programmeCode)?.name ?? programmeCode ?? '–');
}

function useColumns(): Column<SampleItem>[] {
  const { t, moment } = useText();
  const among = useAmong();
  const nameOf = useNames();
  return [
    { code: 'drawnAt', header: t('web.samples.drawnAt'), cell: (row) => moment(row.drawnAt), sorts: true },
    { code: 'among', header: t('web.samples.among'), cell: among },
    { code: 'year', header: t('web.samples.year'), cell: (row) => row.year },
    {
      code: 'size',
      header: t('web.samples.size'),
      cell: (row) => t('web.samples.sizeOf', { size: row.size, population: row.population }),
    },
    { code: 'seed', header: t('web.samples.seed'), cell: (row) => row.seed },
    { code: 'drawnBy', header: t('web.samples.drawnBy'), cell: (row) => nameOf(row.drawnBy) },
  ];
}
