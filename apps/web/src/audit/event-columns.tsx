import { Button, Dialog } from '@digdir/designsystemet-react';
import { useRef } from 'react';
import { hasText, type TextCode } from '#text/web';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import type { Column } from '../parts/data-table.js';
import { useNames } from '../parts/people.js';
import { eventInWords, type Writing } from './event-in-words.js';

export type AuditEvent = Schemas['AuditEventView'];

export function useEventColumns(onlyOf: (subject: string) => void): Column<AuditEvent>[] {
  const { t, moment } = useText();
  const { subject, action } = useEventWords();
  const nameOf = useNames();
  return [
    { code: 'at', header: t('web.audit.at'), cell: (row) => moment(row.at), sorts: true },
    { code: 'actor', header: t('web.audit.actor'), cell: (row) => nameOf(row.actor, t('web.audit.outside')) },
    {
      code: 'subject',
      header: t('web.audit.with'),
      cell: (row) => (
        <button
          type="button"
          className="as-link"
          title={t('web.audit.only')}
          onClick={() => onlyOf(row.subject)}
        >
          {subject(row.subjectType)}
        </button>
      ),
    },
    { code: 'action', header: t('web.audit.what'), cell: (row) => action(row) },
    { code: 'changed', header: t('web.audit.changed'), cell: (row) => <Changed event={row} /> },
    { code: 'detail', header: t('web.audit.detail'), cell: (row) => <Link event={row} /> },
  ];
}

/** What a subject and an action are called, where each has a name; else as they are. */
export function useEventWords() {
  const { t } = useText();
  const first = (codes: string[], otherwise: string) => {
    const found = codes.find(hasText);
    return found ? t(found) : otherwise;
  };
  const subject = (type: string) => first([`subject.${type}`, `web.audit.subject.${type}`], type);
  const action = ({ subjectType, action: name }: AuditEvent) =>
    first([`web.audit.action.${name}`, `action.${subjectType}.${name}`], name);
  return { subject, action };
}

function useWriting(): Writing {
  const { t, named, kr, number, day } = useText();
  const nameOf = useNames();
  return {
    label: (key) => (hasText(`web.audit.data.${key}`) ? t(`web.audit.data.${key}` as TextCode) : undefined),
    named,
    kr,
    number,
    day,
    person: (id) => nameOf(id, '') || undefined,
  };
}

function Changed({ event }: { event: AuditEvent }) {
  const said = eventInWords(event, useWriting()).join(' · ');
  return <span title={said}>{said || '–'}</span>;
}

/** The link of the chain, for who wants to check it: opened over the table, where there is room to read. */
function Link({ event }: { event: AuditEvent }) {
  const { t, moment } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const { subject, action } = useEventWords();
  const nameOf = useNames();
  const words = eventInWords(event, useWriting());
  const title = `${subject(event.subjectType)}: ${action(event)}`;
  return (
    <>
      <Button
        variant="tertiary"
        onClick={() => dialog.current?.showModal()}
        aria-label={`${t('web.audit.show')}: ${title}, ${moment(event.at)}`}
      >
        {t('web.audit.show')}
      </Button>
      <Dialog closeButton={t('web.act.close')} ref={dialog} className="event" aria-label={title}>
        <Dialog.Block>
          <h2>{title}</h2>
          <p>
            {moment(event.at)}, {nameOf(event.actor, t('web.audit.outside'))}
          </p>
          {words.length > 0 ? (
            <ul>
              {words.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          ) : null}
          <Facts
            of={[
              [t('web.audit.detail'), t('web.audit.seq', { seq: event.seq })],
              [t('web.audit.hash'), <Hash key="hash" of={event.hash} />],
              [
                t('web.audit.previousHash'),
                event.previousHash ? <Hash key="previous" of={event.previousHash} /> : t('web.audit.first'),
              ],
            ]}
          />
          <h3>{t('web.audit.raw')}</h3>
          <pre className="raw" tabIndex={0}>
            {JSON.stringify(event.data, null, 2)}
          </pre>
        </Dialog.Block>
      </Dialog>
    </>
  );
}

const Hash = ({ of }: { of: string }) => <span className="checksum">{of}</span>;
