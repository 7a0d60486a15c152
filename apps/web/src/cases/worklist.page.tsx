import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import { queries, type Schemas } from '../api/client.js';
import { listOf } from '../api/lists.js';
import { useText } from '../frame/language.js';
import { Filters, type Filter } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { PageHead } from '../parts/page-head.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { useSelection } from '../parts/use-selection.js';
import { useSession } from '../session/session.js';
import { BulkBar } from './bulk-bar.js';
import './cases.css';
import { useColleagues } from '../parts/people.js';
import { OrganisationFilter } from './organisation-filter.js';
import { SavedViews } from './saved-views-list.js';
import { WORKLIST_CALLS, WORKLIST_FILTERS, WORKLIST_FIRST, WORKLIST_LIMIT } from './worklist-list.js';
import { useWorklistColumns } from './worklist-columns.js';

type Case = Schemas['ApplicationItem'];
type Name = (typeof WORKLIST_FILTERS)[number];

/** What an officer never sees is not offered to filter by. */
const STATUSES = applicationLifecycle.states.filter((status) => status !== 'draft' && status !== 'discarded');
const NONE: Case[] = [];
const keyOf = (row: Case) => row.id;
const hrefOf = (row: Case) => `/arenden/${row.id}`;

export function Component() {
  const { t } = useText();
  const [filters, setFilters] = useFilters(WORKLIST_FILTERS);
  const client = useQueryClient();
  const set = (changes: Partial<typeof filters>) => {
    // Asked at once: else only when the address has changed and the rows of before have been drawn for it.
    void client.prefetchInfiniteQuery(
      listOf<Case>('/api/v1/applications', { ...filters, ...changes }, WORKLIST_LIMIT, WORKLIST_FIRST),
    );
    setFilters(changes);
  };
  const list = useList<Case>('/api/v1/applications', filters, WORKLIST_LIMIT, WORKLIST_FIRST);
  const columns = useWorklistColumns();
  const { chosen, chosenRows, toggle, toggleAll, clear } = useSelection(list.rows ?? NONE, keyOf);
  const labelOf = useCallback(
    (row: Case) => t('web.work.choose', { case: row.registryNumber ?? row.title }),
    [t],
  );
  return (
    <>
      <PageHead title={t('web.work.title')} />
      <div className="worklist-filters">
        <Filters of={useWorklistFilters()} values={filters} set={set} />
        <OrganisationFilter
          value={filters.organisationId}
          onChange={(organisationId) => set({ organisationId })}
        />
      </div>
      <SavedViews of="worklist" />
      <BulkBar rows={chosenRows} onCleared={clear} />
      <div className="worklist">
        <List
          name="worklist"
          caption={t('web.work.caption')}
          list={list}
          columns={columns}
          rowKey={keyOf}
          href={hrefOf}
          sort={filters.sort ?? '-updatedAt'}
          onSort={(sort) => set({ sort })}
          selection={{
            chosen,
            toggle,
            toggleAll,
            labelOf,
            labelOfAll: t('web.work.chooseAll'),
          }}
          empty={<p>{t('web.work.empty')}</p>}
        />
      </div>
    </>
  );
}

function useWorklistFilters(): Filter<Name>[] {
  const { t, named } = useText();
  const { user } = useSession();
  const officers = useColleagues().in('caseOfficer');
  const { data } = queries.useQuery('get', '/api/v1/calls', WORKLIST_CALLS);
  const calls = useMemo(() => data?.items ?? [], [data]);
  const years = useMemo(
    () => [...new Set(calls.flatMap((call) => call.years))].sort((a, b) => b - a),
    [calls],
  );
  const mine = officers.filter(({ id }) => id === user?.id);
  const others = officers.filter(({ id }) => id !== user?.id);
  return [
    { kind: 'search', name: 'q', label: t('web.work.search') },
    {
      kind: 'choice',
      name: 'status',
      label: t('web.work.status'),
      options: STATUSES.map((status) => ({ value: status, label: named('status.application', status) })),
    },
    {
      kind: 'choice',
      name: 'assignedTo',
      label: t('web.work.assignedTo'),
      options: [
        { value: 'none', label: t('web.work.unassigned') },
        ...mine.map(({ id }) => ({ value: id, label: t('web.work.mine') })),
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    {
      kind: 'choice',
      name: 'callId',
      label: t('web.work.call'),
      options: calls.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      kind: 'choice',
      name: 'year',
      label: t('web.work.year'),
      options: years.map((year) => ({ value: String(year), label: String(year) })),
    },
  ];
}
