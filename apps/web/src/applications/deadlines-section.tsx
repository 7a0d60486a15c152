import { Tag } from '@digdir/designsystemet-react';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { today } from '../parts/today.js';
import { useList } from '../parts/use-list.js';
import { findDeadlines, type Deadline } from './deadlines.js';

/** One calendar of what is due: drafts, completions, reports, and calls that close. */
export function Deadlines() {
  const { t } = useText();
  const deadlines = useDeadlines();
  if (!deadlines) return null;
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t('web.applications.deadlines')}</h2>
      {deadlines.length === 0 ? (
        <p className="quiet">{t('web.applications.deadlines.none')}</p>
      ) : (
        <ol className="deadlines">
          {deadlines.map((deadline) => (
            <li key={`${deadline.kind} ${deadline.href ?? deadline.title}`}>
              <DeadlineRow deadline={deadline} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function DeadlineRow({ deadline: { kind, on, title, href, isLate } }: { deadline: Deadline }) {
  const { t, day } = useText();
  return (
    <>
      <time dateTime={on}>{day(on)}</time>
      {isLate ? <Tag data-color="danger">{t('web.applications.late')}</Tag> : null}
      <span className="quiet">{t(`web.applications.deadline.${kind}`)}</span>
      {href ? <Link to={href}>{title}</Link> : <span>{title}</span>}
    </>
  );
}

function useDeadlines(): Deadline[] | undefined {
  const calls = useList<Schemas['CallView']>('/api/v1/calls', { status: 'published' }).rows;
  const drafts = useList<Schemas['ApplicationItem']>('/api/v1/applications', { status: 'draft' }).rows;
  const reports = useList<Schemas['ReportItem']>('/api/v1/reports', {}).rows;
  const asked = useList<Schemas['ApplicationItem']>('/api/v1/applications', {
    status: 'completionRequested',
  }).rows;
  // The day is in the case itself.
  const details = useQueries({
    queries: (asked ?? []).map(({ id }) =>
      queries.queryOptions('get', '/api/v1/applications/{id}', { params: { path: { id } } }),
    ),
  });
  if (!calls || !drafts || !reports || !asked) return undefined;
  const completions = details.flatMap(({ data }) =>
    data?.completion ? [{ id: data.id, title: data.title, dueOn: data.completion.dueOn }] : [],
  );
  return findDeadlines({ calls, drafts, completions, reports }, today());
}
