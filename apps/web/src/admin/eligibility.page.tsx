import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'react-router';
import { api, intent, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { List } from '../parts/list.js';
import { tell } from '../parts/notices.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { AdminHead } from './admin-head.js';

type Recomputation = Schemas['EligibilityRecomputationView'];

export function Component() {
  const { t } = useText();
  return (
    <>
      <AdminHead title={t('web.eligibility.title')} actions={<Recompute />}>
        <p>{t('web.eligibility.intro')}</p>
      </AdminHead>
      <Recomputations />
    </>
  );
}

function Recompute() {
  const { t } = useText();
  const client = useQueryClient();
  const headers = useRef(intent());
  const recompute = useMutation({
    mutationFn: () => api.POST('/api/v1/eligibility-recomputations', { params: { header: headers.current } }),
    onSuccess: ({ data }) => {
      headers.current = intent();
      tell(t('web.eligibility.done', { ...data!.verdicts }));
      return client.invalidateQueries();
    },
  });
  return (
    <div className="actions">
      <Button loading={recompute.isPending} onClick={() => recompute.mutate()}>
        {t('action.eligibilityRecomputation.create')}
      </Button>
      <span role="status">{recompute.isPending ? t('web.eligibility.running') : null}</span>
      <ProblemNotice error={recompute.error} />
    </div>
  );
}

function Recomputations() {
  const { t, named, number, moment } = useText();
  const [filters, set] = useFilters(['sort']);
  const list = useList<Recomputation>('/api/v1/eligibility-recomputations', filters);
  const count = (verdict: keyof Recomputation['verdicts']): Column<Recomputation> => ({
    code: verdict,
    header: t(`web.eligibility.${verdict}`),
    cell: (row) => number(row.verdicts[verdict]),
    isNumber: true,
  });
  const columns: Column<Recomputation>[] = [
    {
      code: 'recomputedAt',
      header: t('web.eligibility.recomputedAt'),
      cell: (row) => moment(row.recomputedAt),
      sorts: true,
    },
    {
      code: 'cause',
      header: t('web.eligibility.cause'),
      cell: (row) =>
        row.datasetId ? (
          <Link to={`/admin/datamangder/${row.datasetId}`}>{t(`web.eligibility.cause.${row.cause}`)}</Link>
        ) : (
          t(`web.eligibility.cause.${row.cause}`)
        ),
    },
    {
      code: 'rowCount',
      header: t('web.eligibility.rowCount'),
      cell: (row) => number(row.rowCount),
      isNumber: true,
    },
    count('eligible'),
    count('notEligible'),
    count('needsJudgement'),
    {
      code: 'scales',
      header: t('web.eligibility.scales'),
      cell: (row) =>
        row.scales.map(({ measure, year }) => `${named('measure', measure)} ${year}`).join(', ') || '–',
    },
  ];
  return (
    <List
      name="recomputations"
      caption={t('web.eligibility.caption')}
      list={list}
      columns={columns}
      rowKey={(row) => row.id}
      sort={filters.sort ?? '-recomputedAt'}
      onSort={(sort) => set({ sort })}
      empty={<p>{t('web.eligibility.empty')}</p>}
    />
  );
}
