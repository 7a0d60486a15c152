import { Alert } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import type { TextCode } from '#text/web';
import { useText } from '../frame/language.js';
import { FormFrame, useActForm } from '../parts/form.js';
import { PageHead } from '../parts/page-head.js';
import { SendRow } from '../parts/send-row.js';
import { NewPasswordInput } from './new-password-input.js';

interface ChoosePasswordProps {
  title: TextCode;
  send: (body: { token: string; password: string }) => Promise<unknown>;
}

/** A page that is reached by a link that works once; the token is behind `#`, which no server logs. */
export function ChoosePassword({ title, send }: ChoosePasswordProps) {
  const { t } = useText();
  const token = useLocation().hash.slice(1);
  const [isDone, done] = useState(false);
  return (
    <div className="narrow">
      <PageHead title={t(title)} />
      {isDone ? (
        <Alert data-color="success" role="status">
          {t('web.password.done')} <Link to="/logga-in">{t('web.signIn.title')}</Link>
        </Alert>
      ) : token ? (
        <PasswordForm
          title={title}
          send={(password) => send({ token, password })}
          onDone={() => done(true)}
        />
      ) : (
        <Alert data-color="warning">{t('web.password.incomplete')}</Alert>
      )}
    </div>
  );
}

interface PasswordFormProps {
  title: TextCode;
  send: (password: string) => Promise<unknown>;
  onDone: () => void;
}

function PasswordForm({ title, send, onDone }: PasswordFormProps) {
  const { t } = useText();
  const form = useActForm({ defaults: { password: '' }, send: ({ password }) => send(password), onDone });
  return (
    <FormFrame form={form}>
      <NewPasswordInput name="password" />
      <SendRow label={t(title)} isSending={form.isSending} />
    </FormFrame>
  );
}
