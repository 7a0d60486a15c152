import { Link } from 'react-router';
import { recoveryLifecycle } from '#domain/recoveries/recovery.lifecycle';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { PageHead } from '../parts/page-head.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { may, useSession } from '../session/session.js';

type Recovery = Schemas['RecoveryItem'];

/** What is demanded back, where it stands and what is left of it. */
export function Component() {
  const { t, named } = useText();
  const { user } = useSession();
  const [filters, set] = useFilters(['status', 'year', 'organisationId', 'decisionId', 'sort']);
  const list = useList<Recovery>('/api/v1/recoveries', filters);
  return (
    <>
      <PageHead
        title={t('web.recoveries.title')}
        actions={
          may(user, 'referenceRate.read') ? (
            <Link to="/referensrantor">{t('web.recoveries.rates')}</Link>
          ) : undefined
        }
      />
      <Filters
        of={[
          {
            kind: 'choice',
            name: 'status',
            label: t('web.recoveries.status'),
            options: recoveryLifecycle.states.map((value) => ({
              value,
              label: named('status.recovery', value),
            })),
          },
          { kind: 'number', name: 'year', label: t('web.recoveries.year') },
        ]}
        values={filters}
        set={set}
      />
      <List
        name="recoveries"
        caption={t('web.recoveries.title')}
        list={list}
        columns={useColumns()}
        rowKey={(row) => row.id}
        href={(row) => `/aterkrav/${row.id}`}
        sort={filters.sort ?? '-consideredAt'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t(user?.organisation ? 'web.recoveries.emptyRecipient' : 'web.recoveries.empty')}</p>}
      />
    </>
  );
}

function useColumns(): Column<Recovery>[] {
  const { t, named, kr, day } = useText();
  return [
    { code: 'case', header: t('web.recoveries.case'), cell: (row) => row.registryNumber },
    { code: 'organisation', header: t('web.recoveries.organisation'), cell: (row) => row.organisation.name },
    { code: 'title', header: t('web.recoveries.project'), cell: (row) => row.title, isExtra: true },
    {
      code: 'grounds',
      header: t('web.recoveries.grounds'),
      cell: (row) => named('recoveryGround', row.grounds),
    },
    {
      code: 'status',
      header: t('web.recoveries.status'),
      cell: (row) => <StatusTag subject="recovery" status={row.status} />,
    },
    {
      code: 'amount',
      header: t('web.recoveries.amount'),
      cell: (row) => kr(row.amount),
      isNumber: true,
      sorts: true,
    },
    {
      code: 'left',
      header: t('web.recoveries.left'),
      cell: (row) => kr(row.balance ? row.balance.principal + row.balance.interest : null),
      isNumber: true,
    },
    { code: 'answerBy', header: t('web.recoveries.answerBy'), cell: (row) => day(row.answerBy) },
    { code: 'dueOn', header: t('web.recoveries.dueOn'), cell: (row) => day(row.dueOn) },
    {
      code: 'consideredAt',
      header: t('web.recoveries.consideredAt'),
      cell: (row) => day(row.consideredAt),
      sorts: true,
    },
  ];
}
