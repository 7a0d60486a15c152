import { Link } from 'react-router';
import { hasText } from '#text/web';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { Button } from '@digdir/designsystemet-react';
import { useList } from '../parts/use-list.js';
import { may, useSession } from '../session/session.js';
import { useColleagues } from '../parts/people.js';
import { Section } from './section.js';

type AuditEvent = Schemas['AuditEventView'];

/** What has happened in the case, in order of time, by whom. */
export function History({ id }: { id: string }) {
  const { t } = useText();
  const { user } = useSession();
  const { rows, error, more } = useList<AuditEvent>('/api/v1/audit-events', { subject: id });
  return (
    <Section id="history" title={t('web.case.history')}>
      <Loaded query={{ data: rows, error }}>
        {(events) => (
          <ol className="timeline">
            {events.map((event) => (
              <Happened key={event.id} event={event} />
            ))}
          </ol>
        )}
      </Loaded>
      {more ? (
        <Button variant="secondary" onClick={more}>
          {t('web.list.more')}
        </Button>
      ) : null}
      {may(user, 'audit.read') ? (
        <p>
          <Link to={`/granskning?subject=${id}`}>{t('web.history.chain')}</Link>
        </p>
      ) : null}
    </Section>
  );
}

function Happened({ event }: { event: AuditEvent }) {
  const { t, named, moment } = useText();
  const { name } = useColleagues();
  const action = `web.history.${event.action}`;
  const { from, to } = event.data as { from?: string; to?: string };
  const assigned = name((event.data as { assignedTo?: string }).assignedTo);
  return (
    <li>
      <time dateTime={event.at}>{moment(event.at)}</time>
      <div>
        <strong>{hasText(action) ? t(action) : event.action}</strong>
        {assigned ? `: ${assigned}` : ''}
        {from && to && from !== to ? (
          <span>
            {' '}
            {t('web.history.change', {
              from: named('status.application', from),
              to: named('status.application', to),
            })}
          </span>
        ) : null}
        <p className="quiet">{name(event.actor) ?? t('web.history.recipient')}</p>
      </div>
    </li>
  );
}
