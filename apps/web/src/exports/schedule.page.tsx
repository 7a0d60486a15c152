import { Alert, Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import { Facts } from '../parts/facts.js';
import { List } from '../parts/list.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { StatusTag } from '../parts/status-tag.js';
import { useList } from '../parts/use-list.js';
import { useColumns } from './export-list.js';
import { FiltersInWords } from './filters-in-words.js';
import type { Export } from './order.js';
import { useRecurrence } from './recurrence-in-words.js';
import { ScheduleForm } from './schedule-form.js';
import { valuesOf, type Schedule } from './schedule.js';
import { useExportProgress } from './use-export-progress.js';
import './exports.css';

const PATH = '/api/v1/export-schedules/{id}';

/** The version that is shown is the one that an edit is made of. */
interface Read {
  schedule: Schedule;
  version: string;
}

export function Component() {
  const { id = '' } = useParams();
  const query = useQuery<Read>({
    queryKey: ['get', PATH, id],
    queryFn: async () => {
      const { data, response } = await api.GET(PATH, { params: { path: { id } } });
      return { schedule: data!, version: response.headers.get('etag') ?? '' };
    },
  });
  return <Loaded query={query}>{(read) => <One {...read} />}</Loaded>;
}

function One({ schedule, version }: Read) {
  const { t } = useText();
  const [isEdited, edit] = useState(false);
  const client = useQueryClient();
  return (
    <>
      <PageHead
        title={schedule.title}
        over={<Link to="/uttag/aterkommande">{t('web.exports.schedules')}</Link>}
        beside={<StatusTag subject="exportSchedule" status={schedule.status} />}
      />
      {schedule.pausedReason ? (
        <Alert data-color="warning">{t(`web.exports.pausedReason.${schedule.pausedReason}`)}</Alert>
      ) : null}
      <div className="actions">
        <Actions
          subject="exportSchedule"
          collection="export-schedules"
          id={schedule.id}
          actions={schedule.actions}
          acts={{ resume: { plain: true }, pause: { plain: true }, end: { danger: true } }}
        />
        {schedule.actions.includes('edit') && !isEdited ? (
          <Button variant="secondary" onClick={() => edit(true)}>
            {t('action.exportSchedule.edit')}
          </Button>
        ) : null}
      </div>
      {isEdited ? (
        <ScheduleForm
          defaults={valuesOf(schedule)}
          isNew={false}
          label={t('action.exportSchedule.edit')}
          send={({ kind: _, ...body }, headers) =>
            api.PATCH(PATH, {
              params: { path: { id: schedule.id }, header: { 'If-Match': version } },
              headers,
              body: body as never,
            } as never)
          }
          onDone={() => {
            edit(false);
            void client.invalidateQueries();
          }}
          onCancel={() => edit(false)}
        />
      ) : (
        <About schedule={schedule} />
      )}
      <Runs id={schedule.id} />
    </>
  );
}

function About({ schedule }: { schedule: Schedule }) {
  const { t, named, number, moment, day } = useText();
  const inWords = useRecurrence();
  const { recurrence, keeping } = schedule;
  return (
    <Facts
      of={[
        [t('web.exports.kind'), named('exportKind', schedule.kind)],
        [t('web.exports.format'), named('exportFormat', schedule.format)],
        [
          t('web.exports.filters'),
          <FiltersInWords key="filters" kind={schedule.kind} filters={schedule.filters} />,
        ],
        [t('web.exports.recurrence'), inWords(recurrence)],
        [t('web.exports.from'), day(recurrence.from)],
        [t('web.exports.until'), recurrence.until ? day(recurrence.until) : undefined],
        [t('web.exports.asOfRule'), t(`web.exports.asOfRule.${schedule.asOf}`)],
        [t('web.exports.nextRunAt'), moment(schedule.nextRunAt)],
        [t('web.exports.lastRunAt'), moment(schedule.lastRunAt)],
        [t('web.exports.missedRuns'), schedule.missedRuns > 0 ? number(schedule.missedRuns) : undefined],
        [t('web.exports.keepDays'), keeping.days === null ? undefined : number(keeping.days)],
        [t('web.exports.keepFiles'), keeping.files === null ? undefined : number(keeping.files)],
        [t('web.exports.owner'), schedule.owner.name],
        [
          t('web.exports.recipients'),
          schedule.recipients.length > 0 ? schedule.recipients.map(({ name }) => name).join(', ') : undefined,
        ],
      ]}
    />
  );
}

function Runs({ id }: { id: string }) {
  const { t } = useText();
  const list = useList<Export>('/api/v1/exports', { scheduleId: id }, 50);
  const columns = useColumns();
  useExportProgress(list.rows);
  return (
    <section aria-labelledby="runs">
      <h2 id="runs">{t('web.exports.runs')}</h2>
      <List
        name="schedule-runs"
        caption={t('web.exports.runs')}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/uttag/${row.id}`}
        empty={<p>{t('web.exports.runsEmpty')}</p>}
      />
    </section>
  );
}
