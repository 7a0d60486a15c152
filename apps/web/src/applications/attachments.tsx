import { Button, Field, Input, Label, Tag } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { queries } from '../api/client.js';
import { Problem, problemOf } from '../api/problem.js';
import { useText } from '../frame/language.js';
import { tell } from '../parts/notices.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { SentFile, type FileScan } from '../parts/sent-file.js';
import type { Application } from './content.js';
import { uploadFile, type Failed } from './upload.js';

interface Attachment {
  id: string;
  fileName: string;
  size: number;
  /** The submission it was first a part of; `null` while it may be taken away. */
  submissionNumber: number | null;
  scan: FileScan;
}

const REFRESH_MILLISECONDS = 5_000;

const pathOf = (application: Application) => `/api/v1/applications/${application.id}/attachments`;

/** `undefined` where the server keeps no attachments. */
export const attachmentsOf = (application: Application): Attachment[] | undefined =>
  (application as Application & { attachments?: Attachment[] }).attachments;

/** Files that go with the application: sent one at a time with progress, and taken away again until they are submitted. */
export function Attachments({ application }: { application: Application }) {
  const { t } = useText();
  const { sending, failed, send } = useSending(application);
  const attachments = attachmentsOf(application);
  const id = useId();
  if (!attachments) return null;
  return (
    <section className="attachments">
      <h3>{t('web.applications.attachments')}</h3>
      <AttachmentList application={application} attachments={attachments} canRemove />
      <Field>
        <Label htmlFor={id}>{t('web.applications.attachments.add')}</Label>
        <Field.Description>{t('web.applications.attachments.help')}</Field.Description>
        <Input
          id={id}
          type="file"
          multiple
          disabled={sending !== undefined}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void send(files);
          }}
        />
      </Field>
      {sending ? (
        <p role="status">
          {t('web.applications.attachments.sending', { name: sending.name })}{' '}
          <progress value={sending.part} aria-label={sending.name} />
        </p>
      ) : null}
      {failed.map(({ name, problem }) => (
        <div key={name}>
          <p>
            <strong>{name}</strong>
          </p>
          <ProblemNotice error={problem} />
        </div>
      ))}
    </section>
  );
}

function useSending(application: Application) {
  const { t } = useText();
  const refresh = useRefresh(application);
  const [sending, tellSending] = useState<{ name: string; part: number }>();
  const [failed, fail] = useState<Failed[]>([]);
  const sendOne = async (file: File): Promise<Failed[]> => {
    const { name } = file;
    try {
      await uploadFile(pathOf(application), file, (part) => tellSending({ name, part }));
      tell(t('web.applications.attachments.sent', { name }));
      return [];
    } catch (problem) {
      return problem instanceof Problem ? [{ name, problem }] : [];
    }
  };
  const send = async (files: readonly File[]) => {
    const failures: Failed[] = [];
    fail([]);
    for (const file of files) failures.push(...(await sendOne(file)));
    tellSending(undefined);
    fail(failures);
    await refresh();
  };
  return { sending, failed, send };
}

function useRefresh({ id }: Application) {
  const client = useQueryClient();
  const { queryKey } = queries.queryOptions('get', '/api/v1/applications/{id}', { params: { path: { id } } });
  return () => client.invalidateQueries({ queryKey });
}

/** What waits for its virus check is asked for again, so that whoever sent it sees what came of it. */
function useRefreshWhileWaiting(application: Application, attachments: readonly Attachment[]) {
  const refresh = useRefresh(application);
  const isWaiting = attachments.some(({ scan }) => scan.status === 'waiting');
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => void refresh(), REFRESH_MILLISECONDS);
    return () => clearInterval(timer);
  });
}

interface AttachmentListProps {
  application: Application;
  attachments: readonly Attachment[];
  canRemove?: boolean;
}

export function AttachmentList({ application, attachments, canRemove = false }: AttachmentListProps) {
  const { t, number } = useText();
  const refresh = useRefresh(application);
  useRefreshWhileWaiting(application, attachments);
  const [error, setError] = useState<unknown>();
  const path = (attachment: Attachment) => `${pathOf(application)}/${attachment.id}`;
  const remove = async (attachment: Attachment) => {
    setError(undefined);
    const answer = await fetch(path(attachment), { method: 'DELETE' });
    if (!answer.ok) setError(await problemOf(answer));
    await refresh();
  };
  return (
    <>
      <ProblemNotice error={error} />
      {attachments.length === 0 ? <p className="quiet">{t('web.applications.attachments.none')}</p> : null}
      <ul className="plain">
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <SentFile href={path(attachment)} name={attachment.fileName} scan={attachment.scan} />{' '}
            <span className="quiet">
              {t('web.applications.attachments.size', { size: number(Math.ceil(attachment.size / 1024)) })}
            </span>{' '}
            {canRemove && attachment.submissionNumber === null ? (
              <Button
                variant="tertiary"
                data-color="danger"
                aria-label={t('web.applications.attachments.remove', { name: attachment.fileName })}
                onClick={() => void remove(attachment)}
              >
                {t('web.applications.remove')}
              </Button>
            ) : null}
            {canRemove && attachment.submissionNumber !== null ? (
              <Tag data-color="neutral">{t('web.applications.attachments.submitted')}</Tag>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
