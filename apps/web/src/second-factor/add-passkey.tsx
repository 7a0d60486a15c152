import { Alert } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { SendRow } from '../parts/send-row.js';
import { makePasskey, namedAddress } from '../session/passkey.js';
import type { AddProps } from './add-totp.js';

export function AddPasskey({ onAdded, onCancel }: AddProps) {
  const { t } = useText();
  const address = namedAddress(location);
  const [isStopped, stop] = useState(false);
  const form = useActForm({
    defaults: { name: '' },
    send: async ({ name }) => {
      stop(false);
      const { data: asked } = await api.POST('/api/v1/second-factor/passkeys');
      const passkey = await makePasskey(asked!.options);
      if (!passkey) return stop(true);
      const { data } = await api.POST('/api/v1/second-factor/passkeys/confirm', { body: { name, passkey } });
      onAdded(data!.recoveryCodes);
    },
    onDone: () => undefined,
  });
  if (address)
    return <Alert data-color="warning">{t('web.secondFactor.passkeyNeedsName', { address })}</Alert>;
  return (
    <FormFrame form={form}>
      {isStopped ? (
        <Alert data-color="warning" role="alert">
          {t('web.secondFactor.passkeyStopped')}
        </Alert>
      ) : null}
      <TextInput
        name="name"
        label={t('web.secondFactor.name')}
        description={t('web.secondFactor.nameHelp')}
      />
      <SendRow label={t('web.secondFactor.add')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}
