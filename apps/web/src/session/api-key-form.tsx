import { Checkbox, Fieldset, ValidationMessage } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { Controller, useFormContext } from 'react-hook-form';
import { KEY_SCOPES, type KeyScope } from '#domain/access/api-key';
import { addDays } from '#domain/shared/local-date';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { DayInput, FormFrame, TextInput, useActForm } from '../parts/form.js';
import { useFindings } from '../parts/findings.js';
import { SendRow } from '../parts/send-row.js';
import { today } from '../parts/today.js';
import { may, useSession } from './session.js';

const USUAL_DAYS = 180;

export function ApiKeyForm({ onMade, onCancel }: { onMade: (key: string) => void; onCancel: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const form = useActForm<{ name: string; scopes: KeyScope[]; expiresOn: string }>({
    defaults: { name: '', scopes: [], expiresOn: addDays(today(), USUAL_DAYS) },
    send: async (body) => {
      const { data } = await api.POST('/api/v1/api-keys', { body });
      onMade(data!.key);
    },
    onDone: () => void client.invalidateQueries(),
  });
  return (
    <FormFrame form={form}>
      <TextInput name="name" label={t('web.apiKeys.name')} description={t('web.apiKeys.nameHelp')} />
      <ScopesInput />
      <DayInput
        name="expiresOn"
        label={t('web.apiKeys.expiresOn')}
        description={t('web.apiKeys.expiresOnHelp')}
      />
      <SendRow label={t('action.apiKey.create')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}

/** Of what a key may do at all, what one may do oneself. */
function ScopesInput() {
  const { t } = useText();
  const { user } = useSession();
  const { control } = useFormContext();
  const { id, error } = useFindings('scopes');
  return (
    <Controller
      name="scopes"
      control={control}
      render={({ field }) => {
        const chosen = field.value as KeyScope[];
        const change = (scope: KeyScope, isOn: boolean) =>
          field.onChange(isOn ? [...chosen, scope] : chosen.filter((each) => each !== scope));
        return (
          <Fieldset id={id} tabIndex={-1}>
            <Fieldset.Legend>{t('web.apiKeys.scopes')}</Fieldset.Legend>
            <Fieldset.Description>{t('web.apiKeys.scopesHelp')}</Fieldset.Description>
            {KEY_SCOPES.filter((scope) => may(user, scope)).map((scope) => (
              <Checkbox
                key={scope}
                label={t(`web.apiKeys.scope.${scope}`)}
                value={scope}
                checked={chosen.includes(scope)}
                onChange={({ target }) => change(scope, target.checked)}
              />
            ))}
            {error ? <ValidationMessage>{error}</ValidationMessage> : null}
          </Fieldset>
        );
      }}
    />
  );
}
