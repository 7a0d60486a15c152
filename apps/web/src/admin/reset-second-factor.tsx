import { useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { FormDialog } from '../parts/form-dialog.js';
import { tell } from '../parts/notices.js';
import { SendRow } from '../parts/send-row.js';

export function SecondFactorOf({ user }: { user: Schemas['UserView'] }) {
  const { t } = useText();
  return (
    <section>
      <h2>{t('web.user.secondFactor')}</h2>
      <p>{t(user.hasSecondFactor ? 'web.user.hasSecondFactor' : 'web.user.noSecondFactor')}</p>
      {user.hasSecondFactor ? (
        <FormDialog label={t('action.user.reset-second-factor')} help={t('web.user.factorResetHelp')} danger>
          {(close) => <ResetForm id={user.id} onCancel={close} />}
        </FormDialog>
      ) : null}
    </section>
  );
}

function ResetForm({ id, onCancel }: { id: string; onCancel: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const form = useActForm({
    defaults: { reason: '' },
    send: (body, headers) =>
      api.POST('/api/v1/users/{id}/reset-second-factor', { params: { path: { id }, header: headers }, body }),
    onDone: () => {
      tell(t('web.user.factorResetDone'));
      void client.invalidateQueries();
    },
  });
  return (
    <FormFrame form={form}>
      <TextInput
        name="reason"
        label={t('web.user.factorResetReason')}
        description={t('web.user.factorResetReasonHelp')}
        rows={3}
      />
      <SendRow
        label={t('action.user.reset-second-factor')}
        isSending={form.isSending}
        onCancel={onCancel}
        danger
      />
    </FormFrame>
  );
}
