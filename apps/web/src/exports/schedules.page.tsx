import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { exportScheduleLifecycle } from '#domain/exports/export-schedule.lifecycle';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { tell } from '../parts/notices.js';
import { PageHead } from '../parts/page-head.js';
import { StatusTag } from '../parts/status-tag.js';
import { today } from '../parts/today.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { may, useSession } from '../session/session.js';
import { useRecurrence } from './recurrence-in-words.js';
import { ScheduleForm } from './schedule-form.js';
import { newSchedule, type Schedule } from './schedule.js';
import './exports.css';

export function Component() {
  const { t, named } = useText();
  const { user } = useSession();
  const [isNew, begin] = useState(false);
  const [filters, set] = useFilters(['status', 'mine']);
  const list = useList<Schedule>('/api/v1/export-schedules', filters);
  const columns = useColumns();
  return (
    <>
      <PageHead
        title={t('web.exports.schedules')}
        over={<Link to="/uttag">{t('web.exports.title')}</Link>}
        actions={
          may(user, 'exportSchedule.create') && !isNew ? (
            <Button onClick={() => begin(true)}>{t('web.exports.newSchedule')}</Button>
          ) : null
        }
      >
        <p>{t('web.exports.schedulesIntro')}</p>
      </PageHead>
      {isNew ? <NewSchedule onEnd={() => begin(false)} /> : null}
      <Filters
        of={[
          {
            kind: 'choice',
            name: 'status',
            label: t('web.exports.status'),
            options: exportScheduleLifecycle.states.map((value) => ({
              value,
              label: named('status.exportSchedule', value),
            })),
          },
          {
            kind: 'choice',
            name: 'mine',
            label: t('web.exports.mine'),
            options: [{ value: 'true', label: t('web.exports.mine.true') }],
          },
        ]}
        values={filters}
        set={set}
      />
      <List
        name="schedules"
        caption={t('web.exports.schedules')}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/uttag/aterkommande/${row.id}`}
        empty={<p>{t('web.exports.schedulesEmpty')}</p>}
      />
    </>
  );
}

function NewSchedule({ onEnd }: { onEnd: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  return (
    <section aria-labelledby="new-schedule" className="new-schedule">
      <h2 id="new-schedule">{t('web.exports.newSchedule')}</h2>
      <ScheduleForm
        defaults={newSchedule(today())}
        isNew
        label={t('action.exportSchedule.create')}
        send={(body, headers) =>
          api.POST('/api/v1/export-schedules', { params: { header: headers }, headers, body: body as never })
        }
        onDone={() => {
          tell(t('web.act.done', { action: t('action.exportSchedule.create') }));
          void client.invalidateQueries();
          onEnd();
        }}
        onCancel={onEnd}
      />
    </section>
  );
}

function useColumns(): Column<Schedule>[] {
  const { t, named, moment } = useText();
  const inWords = useRecurrence();
  return [
    { code: 'title', header: t('web.exports.scheduleTitle'), cell: (row) => row.title },
    { code: 'kind', header: t('web.exports.kind'), cell: (row) => named('exportKind', row.kind) },
    { code: 'format', header: t('web.exports.format'), cell: (row) => named('exportFormat', row.format) },
    { code: 'recurrence', header: t('web.exports.recurrence'), cell: (row) => inWords(row.recurrence) },
    {
      code: 'status',
      header: t('web.exports.status'),
      cell: (row) => <StatusTag subject="exportSchedule" status={row.status} />,
    },
    { code: 'nextRunAt', header: t('web.exports.nextRunAt'), cell: (row) => moment(row.nextRunAt) },
    { code: 'lastRunAt', header: t('web.exports.lastRunAt'), cell: (row) => moment(row.lastRunAt) },
    { code: 'owner', header: t('web.exports.owner'), cell: (row) => row.owner.name },
  ];
}
