import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { tell } from '../parts/notices.js';
import { SendRow } from '../parts/send-row.js';
import { NewPasswordInput } from './new-password-input.js';

const EMPTY = { currentPassword: '', newPassword: '' };

export function PasswordChange() {
  const { t } = useText();
  const client = useQueryClient();
  const form = useActForm({
    defaults: EMPTY,
    send: (body) => api.POST('/api/v1/session/change-password', { body }),
    onDone: () => {
      form.form.reset(EMPTY);
      tell(t('web.account.changed'));
      void client.invalidateQueries();
    },
  });
  return (
    <FormFrame form={form}>
      <TextInput
        name="currentPassword"
        label={t('web.account.current')}
        type="password"
        autoComplete="current-password"
      />
      <NewPasswordInput name="newPassword" />
      <SendRow label={t('web.account.password')} isSending={form.isSending} />
    </FormFrame>
  );
}
