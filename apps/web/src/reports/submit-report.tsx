import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { intent, postAct, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useText } from '../frame/language.js';
import { ActDialog } from '../parts/act-dialog.js';
import { tell } from '../parts/notices.js';
import type { Draft } from '../parts/use-draft.js';
import type { Content } from './report-content.js';

interface SubmitReportProps {
  report: Schemas['ReportDetail'];
  draft: Pick<Draft<Content>, 'flush' | 'isWhole'>;
  /** With what was refused, or with nothing before it is tried again. */
  onRefused: (problem: unknown) => void;
}

/** The signatory hands it in: what is not saved is saved first. */
export function SubmitReport({ report, draft, onRefused }: SubmitReportProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [isOpen, open] = useState(false);
  const headers = useRef(intent());
  const submit = useMutation({
    mutationFn: async () => {
      onRefused(null);
      await draft.flush();
      if (!draft.isWhole()) throw new NotWhole();
      return postAct('reports', report.id, 'submit', {}, headers.current);
    },
    onSuccess: () => {
      tell(t('web.report.submitted'));
      scrollTo({ top: 0 });
      return client.invalidateQueries();
    },
    onError: (error) => {
      if (error instanceof Problem && error.body.status !== 0) headers.current = intent();
      if (error instanceof NotWhole) tell(t('web.report.notWhole'));
      else onRefused(error);
    },
    onSettled: () => open(false),
  });
  const name = t('action.report.submit');
  return (
    <>
      <Button onClick={() => open(true)}>{name}</Button>
      <ActDialog name={name} isOpen={isOpen} onClose={() => open(false)}>
        <p>{t('web.report.submitHelp')}</p>
        <div className="actions">
          <Button loading={submit.isPending} onClick={() => submit.mutate()}>
            {name}
          </Button>
          <Button variant="tertiary" onClick={() => open(false)}>
            {t('web.act.cancel')}
          </Button>
        </div>
      </ActDialog>
    </>
  );
}

/** Something is not saved, or two texts wait for a choice: the page says which. */
class NotWhole extends Error {}
