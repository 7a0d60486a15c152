import { Alert, Button } from '@digdir/designsystemet-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { TextCode } from '#text/web';
import { postAct } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ActDialog } from '../parts/act-dialog.js';
import { useColleagues } from '../parts/people.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import type { Draft } from '../parts/use-draft.js';
import type { Content } from './content.js';
import { useCase } from './form-context.js';

type HandInAction = 'submit' | 'complete';

/** The end of the form: whoever may sign hands in; others see who may. */
export function HandIn({ draft }: { draft: Draft<Content> }) {
  const { application } = useCase();
  const action = (['submit', 'complete'] as const).find((each) => application.actions.includes(each));
  return action ? <HandInButton draft={draft} action={action} /> : <WhoMaySign />;
}

function HandInButton({ draft, action }: { draft: Draft<Content>; action: HandInAction }) {
  const { t } = useText();
  const { application } = useCase();
  const [isOpen, open] = useState(false);
  const [isWaiting, wait] = useState(false);
  const send = useHandIn(action);
  const name = t(`action.application.${action}` as TextCode);
  const begin = async () => {
    wait(false);
    send.reset();
    await draft.flush();
    if (draft.isWhole()) open(true);
    else wait(true);
  };
  return (
    <section className="hand-in">
      <h3>{t(`web.applications.handIn.${action}`)}</h3>
      <p>{t('web.applications.handIn.help')}</p>
      {isWaiting ? (
        <Alert data-color="warning" role="alert">
          {t('web.applications.handIn.notSaved')}
        </Alert>
      ) : null}
      <div>
        <Button onClick={() => void begin()}>{name}</Button>
      </div>
      <ActDialog
        name={name}
        heading={t(`web.applications.handIn.${action}`)}
        isOpen={isOpen}
        onClose={() => open(false)}
      >
        <p>
          {t('web.applications.handIn.sure', {
            title: application.title,
            organisation: application.organisation.name,
          })}
        </p>
        <ProblemNotice error={send.error} />
        <div className="actions">
          <Button loading={send.isPending} onClick={() => send.mutate()}>
            {t('web.applications.handIn.sign')}
          </Button>
          <Button variant="tertiary" onClick={() => open(false)}>
            {t('web.act.cancel')}
          </Button>
        </div>
      </ActDialog>
    </section>
  );
}

function useHandIn(action: HandInAction) {
  const { id } = useCase().application;
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => postAct('applications', id, action),
    onSuccess: async () => {
      await navigate(`/ansokningar/${id}`, { state: { handedIn: true } });
      await client.invalidateQueries();
    },
  });
}

function WhoMaySign() {
  const { t } = useText();
  const names = useColleagues()
    .in('signatory')
    .map((each) => each.name);
  return (
    <Alert data-color="info">
      <h3>{t('web.applications.handIn.otherTitle')}</h3>
      <p>
        {names.length > 0
          ? t('web.applications.handIn.other', { names })
          : t('web.applications.handIn.nobody')}
      </p>
      <p>{t('web.applications.handIn.otherHelp')}</p>
      <p className="link-to-send">{location.href}</p>
    </Alert>
  );
}
