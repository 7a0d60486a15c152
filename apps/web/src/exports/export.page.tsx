import { Alert, Button } from '@digdir/designsystemet-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, intent, queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { may, useSession } from '../session/session.js';
import { Facts } from '../parts/facts.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { StatusTag } from '../parts/status-tag.js';
import { useNames } from '../parts/people.js';
import { Changes } from './changes.js';
import { Control } from './control.js';
import { FiltersInWords } from './filters-in-words.js';
import { addressOf, type Export } from './order.js';
import { useBytes } from './use-bytes.js';
import { useExportProgress } from './use-export-progress.js';
import './exports.css';

export function Component() {
  const { id = '' } = useParams();
  const query = queries.useQuery('get', '/api/v1/exports/{id}', { params: { path: { id } } });
  useExportProgress(query.data && [query.data]);
  return <Loaded query={query}>{(one) => <One one={one} />}</Loaded>;
}

function One({ one }: { one: Export }) {
  const { t, named } = useText();
  return (
    <>
      <PageHead
        title={t('web.exports.one', { kind: named('exportKind', one.kind) })}
        over={<Link to="/uttag">{t('web.exports.title')}</Link>}
        beside={<StatusTag subject="export" status={one.status} />}
      />
      <Progress one={one} />
      <Acts one={one} />
      <About one={one} />
      {one.sha256 ? (
        <>
          <Changes one={one} />
          <Control one={one} />
        </>
      ) : null}
    </>
  );
}

/** How far it has come, told aloud at its end and not at every step. */
function Progress({ one: { status, progress, failure, sharesRunOf } }: { one: Export }) {
  const { t, percent, named } = useText();
  if (status === 'failed')
    return (
      <Alert data-color="danger">
        <h2>{t('web.exports.failed')}</h2>
        <p>{named('exportFailure', failure)}</p>
      </Alert>
    );
  if (status === 'expired') return <p>{t('web.exports.expiredHelp')}</p>;
  if (sharesRunOf && (status === 'queued' || status === 'running'))
    return (
      <p>
        {t('web.exports.shares')} <Link to={`/uttag/${sharesRunOf}`}>{t('web.exports.sharedRun')}</Link>
      </p>
    );
  if (status === 'queued') return <p role="status">{t('web.exports.inQueue')}</p>;
  if (status !== 'running') return null;
  return (
    <p className="follow">
      <label htmlFor="progress">{t('web.exports.progress')}</label>
      <br />
      <progress id="progress" value={progress} max={1} /> {percent(progress)}
    </p>
  );
}

function Acts({ one }: { one: Export }) {
  const { t } = useText();
  const { user } = useSession();
  const client = useQueryClient();
  const params = { path: { id: one.id } };
  const onSuccess = () => client.invalidateQueries();
  const cancel = useMutation({ mutationFn: () => api.DELETE('/api/v1/exports/{id}', { params }), onSuccess });
  const retry = useMutation({
    mutationFn: () => api.POST('/api/v1/exports/{id}/retry', { params, headers: intent() } as never),
    onSuccess,
  });
  const isReady = one.status === 'ready';
  return (
    <>
      <div className="actions">
        {isReady ? (
          <>
            <Button asChild>
              <a href={`/api/v1/exports/${one.id}/file`} download>
                {t('web.exports.download')}
              </a>
            </Button>
            <Button asChild variant="secondary">
              <a href={`/api/v1/exports/${one.id}/manifest`} download={`manifest-${one.id}.json`}>
                {t('web.exports.manifest')}
              </a>
            </Button>
          </>
        ) : null}
        {one.actions.includes('retry') ? (
          <Button onClick={() => retry.mutate()} loading={retry.isPending}>
            {t('web.exports.retry')}
          </Button>
        ) : null}
        {one.actions.includes('cancel') ? (
          <Button variant="secondary" onClick={() => cancel.mutate()} loading={cancel.isPending}>
            {t('web.exports.cancel')}
          </Button>
        ) : null}
        {may(user, 'export.create') ? (
          <Button asChild variant={isReady ? 'tertiary' : 'secondary'}>
            <Link to={addressOf(one)}>{t('web.exports.again')}</Link>
          </Button>
        ) : null}
      </div>
      <ProblemNotice error={cancel.error ?? retry.error} />
    </>
  );
}

function About({ one }: { one: Export }) {
  const { t, named, number, moment, day } = useText();
  const bytes = useBytes();
  const nameOf = useNames();
  const isMade = one.sha256 !== null;
  return (
    <Facts
      of={[
        [t('web.exports.format'), named('exportFormat', one.format)],
        [t('web.exports.filters'), <FiltersInWords key="filters" kind={one.kind} filters={one.filters} />],
        [t('web.exports.asOf'), one.asOf ? day(one.asOf) : t('web.exports.asOfNow')],
        [t('web.exports.requestedBy'), nameOf(one.requestedBy)],
        [t('web.exports.requestedAt'), moment(one.requestedAt)],
        [t('web.exports.rowCount'), isMade ? number(one.rowCount) : undefined],
        [t('web.exports.size'), isMade ? bytes(one.size) : undefined],
        [t('web.exports.expiresAt'), one.expiresAt ? moment(one.expiresAt) : undefined],
        [t('web.exports.dueAt'), one.dueAt ? moment(one.dueAt) : undefined],
        [
          t('web.exports.schedules'),
          one.scheduleId ? (
            <Link to={`/uttag/aterkommande/${one.scheduleId}`}>{t('web.exports.schedule')}</Link>
          ) : undefined,
        ],
      ]}
    />
  );
}
