import { Button } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { callLifecycle } from '#domain/calls/call.lifecycle';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions, type Act } from '../parts/actions.js';
import type { Column } from '../parts/data-table.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { PageHead } from '../parts/page-head.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { may, useSession } from '../session/session.js';
import './calls.css';

type Call = Schemas['CallView'];

const ACTS: Record<string, Act> = { publish: {}, close: {} };

export function Component() {
  const { t, named } = useText();
  const { user } = useSession();
  const [filters, set] = useFilters(['status', 'year', 'sort']);
  const list = useList<Call>('/api/v1/calls', filters);
  const mayCreate = may(user, 'call.create');
  return (
    <>
      <PageHead
        title={t('web.calls.title')}
        actions={
          mayCreate ? (
            <Button asChild>
              <Link to="/utlysningar/ny">{t('web.calls.new')}</Link>
            </Button>
          ) : null
        }
      />
      <Filters
        of={[
          {
            kind: 'choice',
            name: 'status',
            label: t('web.work.status'),
            options: callLifecycle.states.map((status) => ({
              value: status,
              label: named('status.call', status),
            })),
          },
          { kind: 'number', name: 'year', label: t('web.work.year') },
        ]}
        values={filters}
        set={set}
      />
      <div className="calls">
        <List
          name="calls"
          caption={t('web.calls.title')}
          list={list}
          columns={useColumns()}
          rowKey={(call) => call.id}
          href={(call) => `/simulator/${call.id}`}
          sort={filters.sort ?? '-opensOn'}
          onSort={(sort) => set({ sort })}
          empty={<p>{t(mayCreate ? 'web.calls.emptyCreate' : 'web.calls.empty')}</p>}
        />
      </div>
    </>
  );
}

function useColumns(): Column<Call>[] {
  const { t, named, kr, language } = useText();
  return [
    { code: 'title', header: t('web.calls.call'), cell: (call) => call.title, sorts: true },
    {
      code: 'status',
      header: t('web.work.status'),
      cell: (call) => <StatusTag subject="call" status={call.status} />,
    },
    {
      code: 'opensOn',
      header: t('web.calls.open'),
      cell: (call) => `${call.opensOn} – ${call.closesOn}`,
      sorts: true,
    },
    { code: 'years', header: t('web.calls.years'), cell: (call) => call.years.join(', ') },
    {
      code: 'budget',
      header: t('web.calls.budget'),
      cell: (call) => kr(call.budget.reduce((sum, { amount }) => sum + amount, 0)),
      isNumber: true,
    },
    {
      code: 'cases',
      header: t('web.calls.cases'),
      cell: (call) => <CaseCount id={call.id} />,
      isNumber: true,
    },
    {
      code: 'simulate',
      header: t('web.calls.simulator'),
      cell: (call) => <Link to={`/simulator/${call.id}`}>{t('web.calls.simulate')}</Link>,
    },
    {
      code: 'form',
      header: t('web.calls.form'),
      cell: (call) => (
        <a
          href={`/api/v1/public/calls/${call.id}/application-form.pdf?language=${language}`}
          target="_blank"
          rel="noreferrer"
        >
          PDF
        </a>
      ),
    },
    {
      code: 'acts',
      header: t('web.calls.acts'),
      cell: (call) => (
        <Actions subject="call" collection="calls" id={call.id} actions={call.actions} acts={ACTS} />
      ),
    },
    { code: 'step', header: t('web.work.step'), cell: (call) => named('step', call.step), isExtra: true },
    {
      code: 'programme',
      header: t('web.calls.programme'),
      cell: (call) => call.programmeCode,
      isExtra: true,
    },
    {
      code: 'appropriation',
      header: t('web.calls.appropriation'),
      cell: (call) => call.appropriationCode,
      isExtra: true,
    },
  ];
}

/** How many cases there are in a call, and the way to them for those who work with them. */
function CaseCount({ id }: { id: string }) {
  const { number } = useText();
  const { user } = useSession();
  const { data } = queries.useQuery('get', '/api/v1/applications', {
    params: { query: { callId: id, limit: 1 } },
  });
  if (!data) return '…';
  return may(user, 'application.assess') ? (
    <Link to={`/arbete?callId=${id}`}>{number(data.total)}</Link>
  ) : (
    number(data.total)
  );
}
