import { Button, Field, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent } from 'react';
import { api, intent, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { NoticeRows } from './settlements.js';

/** A notice from the bank is read in: what matched is booked, and every row's outcome is told at once. */
export function NoticeForm({ id }: { id: string }) {
  const { t } = useText();
  const input = useId();
  const client = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isMissing, miss] = useState(false);
  const [isSending, sending] = useState(false);
  const [answer, tellAnswer] = useState<Schemas['BankAnswerView'] | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = file.current?.files?.[0];
    miss(!chosen);
    if (!chosen) return;
    sending(true);
    setProblem(null);
    try {
      tellAnswer(await upload(id, chosen));
      await client.invalidateQueries();
    } catch (error) {
      setProblem(error);
    }
    sending(false);
  };
  return (
    <>
      <h3>{t('action.paymentFile.register-settlement')}</h3>
      <p>{t('web.payments.noticeHelp')}</p>
      <form onSubmit={(event) => void submit(event)} className="form notice-form" noValidate>
        <ProblemNotice error={problem} />
        <Field>
          <Label htmlFor={input}>{t('web.payments.notice')}</Label>
          <input
            ref={file}
            id={input}
            type="file"
            accept=".xml,application/xml,text/xml"
            aria-invalid={isMissing ? true : undefined}
          />
          {isMissing ? <ValidationMessage>{t('web.payments.noticeMissing')}</ValidationMessage> : null}
        </Field>
        <div className="actions">
          <Button type="submit" loading={isSending}>
            {t('action.paymentFile.register-settlement')}
          </Button>
        </div>
      </form>
      {answer ? (
        <section role="status">
          <h3>{t('web.payments.noticeRead')}</h3>
          <NoticeRows rows={answer.rows} />
        </section>
      ) : null}
    </>
  );
}

async function upload(id: string, file: File): Promise<Schemas['BankAnswerView']> {
  const form = new FormData();
  form.append('file', file);
  const { data } = await api.POST('/api/v1/payment-files/{id}/settlements', {
    params: { path: { id } },
    headers: intent(),
    body: form,
    bodySerializer: (body: unknown) => body,
  } as never);
  return data as unknown as Schemas['BankAnswerView'];
}
