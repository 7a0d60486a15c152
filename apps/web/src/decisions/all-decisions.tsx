import { decisionLifecycle } from '#domain/decisions/decision.lifecycle';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { Filters, type Filter } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { grantedOf, totalOf } from './sums.js';

type Decision = Schemas['DecisionItem'];

const NAMES = ['status', 'outcome', 'year', 'asOf', 'appropriationId', 'organisationId', 'sort'] as const;
const OUTCOMES = ['approve', 'reject', 'dismiss', 'discontinue'] as const;

/** Every decision, by its status, outcome and year, now or as it was at the end of a day. */
export function AllDecisions() {
  const { t, named, kr, day } = useText();
  const [filters, set] = useFilters(NAMES);
  const list = useList<Decision>('/api/v1/decisions', filters);
  const of: Filter<(typeof NAMES)[number]>[] = [
    {
      kind: 'choice',
      name: 'status',
      label: t('web.decisions.status'),
      options: decisionLifecycle.states.map((value) => ({ value, label: named('status.decision', value) })),
    },
    {
      kind: 'choice',
      name: 'outcome',
      label: t('web.decisions.outcome'),
      options: OUTCOMES.map((value) => ({ value, label: named('decisionOutcome', value) })),
    },
    { kind: 'number', name: 'year', label: t('web.decisions.year') },
    { kind: 'day', name: 'asOf', label: t('web.decisions.asOf') },
  ];
  const columns: Column<Decision>[] = [
    { code: 'registryNumber', header: t('web.decisions.registryNumber'), cell: (row) => row.registryNumber },
    { code: 'title', header: t('web.decisions.case'), cell: (row) => row.title },
    { code: 'organisation', header: t('web.decisions.organisation'), cell: (row) => row.organisation.name },
    {
      code: 'outcome',
      header: t('web.decisions.outcome'),
      cell: (row) => named('decisionOutcome', row.outcome),
    },
    {
      code: 'status',
      header: t('web.decisions.status'),
      cell: (row) => <StatusTag subject="decision" status={row.status} />,
    },
    {
      code: 'requested',
      header: t('web.decisions.requested'),
      cell: (row) => kr(totalOf(row.requested)),
      isNumber: true,
      isExtra: true,
    },
    {
      code: 'granted',
      header: t('web.decisions.granted'),
      cell: (row) => (row.years.length > 0 ? kr(grantedOf(row.years)) : '–'),
      isNumber: true,
    },
    {
      code: 'years',
      header: t('web.decisions.years'),
      cell: (row) => row.years.map((each) => each.year).join(', ') || '–',
    },
    {
      code: 'proposedAt',
      header: t('web.decisions.proposedAt'),
      cell: (row) => day(row.proposedAt),
      sorts: true,
    },
    { code: 'decidedAt', header: t('web.decisions.decidedAt'), cell: (row) => day(row.decidedAt) },
  ];
  return (
    <>
      <Filters of={of} values={filters} set={set} />
      <List
        name="decisions"
        caption={t('web.decisions.caption')}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/beslut/${row.id}`}
        sort={filters.sort ?? '-proposedAt'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t('web.decisions.emptyAll')}</p>}
      />
    </>
  );
}
