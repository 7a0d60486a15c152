import { Alert } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { PageHead } from '../parts/page-head.js';
import { SendRow } from '../parts/send-row.js';

/** Where somebody who is invited chooses a first password. */
export function Component() {
  const { t } = useText();
  const token = useLocation().hash.slice(1);
  const [isDone, done] = useState(false);
  return (
    <div className="narrow">
      <PageHead title={t('web.invitation.title')} />
      {isDone ? (
        <Alert data-color="success" role="status">
          {t('web.invitation.done')} <Link to="/logga-in">{t('web.signIn.title')}</Link>
        </Alert>
      ) : token ? (
        <PasswordForm token={token} onDone={() => done(true)} />
      ) : (
        <Alert data-color="warning">{t('web.invitation.missing')}</Alert>
      )}
    </div>
  );
}

function PasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useText();
  const form = useActForm({
    defaults: { password: '' },
    send: ({ password }) => api.POST('/api/v1/public/invitations/accept', { body: { token, password } }),
    onDone,
  });
  return (
    <FormFrame form={form}>
      <TextInput
        name="password"
        label={t('web.invitation.password')}
        description={t('web.invitation.help')}
        type="password"
        autoComplete="new-password"
      />
      <SendRow label={t('web.invitation.title')} isSending={form.isSending} />
    </FormFrame>
  );
}
