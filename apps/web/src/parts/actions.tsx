import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ComponentType } from 'react';
import { Link } from 'react-router';
import { hasText, type TextCode } from '#text/web';
import { intent, postAct } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ActDialog } from './act-dialog.js';
import { tell } from './notices.js';
import { ProblemNotice } from './problem-notice.js';

/** What a form of an act is given: whom it is about, how to send it, and how to leave. */
export interface ActFormProps {
  id: string;
  /** Sends the body; a refusal is thrown as a `Problem`, for the form to show. */
  send: (body: object, headers: ReturnType<typeof intent>) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}

export interface Act {
  /** What must be said with it. Without a form it is only confirmed, or just done. */
  form?: ComponentType<ActFormProps>;
  /** Done at once: it can be undone. */
  plain?: true;
  danger?: true;
  /** It has a page of its own, there. */
  to?: (id: string) => string;
}

interface ActionsProps {
  /** Of the lifecycle: `application`. */
  subject: string;
  /** Of the path: `applications`. */
  collection: string;
  id: string;
  /** As the API sent them: what this person may do now. */
  actions: readonly string[];
  /** How each is done. One that is missing is not shown here. The first that is allowed is the main one. */
  acts: Record<string, Act>;
  /** In a row of a table no act shouts. */
  inRow?: boolean;
}

export function Actions({ actions, acts, inRow = false, ...rest }: ActionsProps) {
  const allowed = Object.keys(acts).filter((action) => actions.includes(action));
  if (allowed.length === 0) return null;
  return (
    <div className="actions">
      {allowed.map((action, place) => (
        <ActButton
          key={action}
          {...rest}
          action={action}
          act={acts[action]!}
          isMain={place === 0 && !inRow}
        />
      ))}
    </div>
  );
}

interface ActButtonProps extends Omit<ActionsProps, 'actions' | 'acts' | 'inRow'> {
  action: string;
  act: Act;
  isMain: boolean;
}

function ActButton(props: ActButtonProps) {
  const { t } = useText();
  const { subject, action, act, id, isMain } = props;
  if (!act.to) return <DoButton {...props} />;
  return (
    <Button asChild variant={isMain ? 'primary' : 'secondary'}>
      <Link to={act.to(id)}>{t(`action.${subject}.${action}` as TextCode)}</Link>
    </Button>
  );
}

function DoButton({ subject, collection, id, action, act, isMain }: ActButtonProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [isOpen, open] = useState(false);
  const name = t(`action.${subject}.${action}` as TextCode);
  const help = `web.act.${subject}.${action}`;
  const send = (body: object = {}, headers = intent()) => postAct(collection, id, action, body, headers);
  const done = () => {
    open(false);
    tell(t('web.act.done', { action: name }));
    return client.invalidateQueries();
  };
  const plain = useMutation({ mutationFn: () => send(), onSuccess: done });
  const Form = act.form;
  return (
    <>
      <Button
        variant={isMain && !act.danger ? 'primary' : 'secondary'}
        data-color={act.danger ? 'danger' : undefined}
        loading={plain.isPending}
        onClick={() => (act.plain ? plain.mutate() : open(true))}
      >
        {name}
      </Button>
      {act.plain ? <ProblemNotice error={plain.error} /> : null}
      {act.plain ? null : (
        <ActDialog name={name} isOpen={isOpen} onClose={() => open(false)}>
          {hasText(help) ? <p>{t(help)}</p> : null}
          {Form ? (
            <Form id={id} send={send} onDone={() => void done()} onCancel={() => open(false)} />
          ) : (
            <>
              <ProblemNotice error={plain.error} />
              <div className="actions">
                <Button
                  data-color={act.danger ? 'danger' : undefined}
                  loading={plain.isPending}
                  onClick={() => plain.mutate()}
                >
                  {name}
                </Button>
                <Button variant="tertiary" onClick={() => open(false)}>
                  {t('web.act.cancel')}
                </Button>
              </div>
            </>
          )}
        </ActDialog>
      )}
    </>
  );
}
