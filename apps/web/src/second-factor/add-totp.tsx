import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { Loaded } from '../parts/loaded.js';
import { SendRow } from '../parts/send-row.js';
import { QrCode } from './qr-code.js';

export interface AddProps {
  /** The recovery codes that come with the first one. */
  onAdded: (recoveryCodes: string[] | null) => void;
  onCancel: () => void;
}

/** A secret is asked for once for each time that the form is opened: asked for again, the app that read it knows another. */
export function AddTotp(props: AddProps) {
  const id = useId();
  const query = useQuery({
    queryKey: ['new totp', id],
    queryFn: async () => (await api.POST('/api/v1/second-factor/totp')).data!,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Loaded query={query}>
      {({ secret, address }) => <TotpForm {...props} secret={secret} address={address} />}
    </Loaded>
  );
}

function TotpForm({ secret, address, onAdded, onCancel }: AddProps & { secret: string; address: string }) {
  const { t } = useText();
  const form = useActForm({
    defaults: { name: '', code: '' },
    send: async (body) =>
      onAdded((await api.POST('/api/v1/second-factor/totp/confirm', { body })).data!.recoveryCodes),
    onDone: () => undefined,
  });
  return (
    <FormFrame form={form}>
      <QrCode of={address} label={t('web.secondFactor.qr')} />
      <p>
        {t('web.secondFactor.secret')}:{' '}
        <span className="secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
      </p>
      <TextInput
        name="code"
        label={t('web.secondFactor.code')}
        description={t('web.secondFactor.codeHelp')}
        autoComplete="one-time-code"
      />
      <TextInput
        name="name"
        label={t('web.secondFactor.name')}
        description={t('web.secondFactor.nameHelp')}
      />
      <SendRow label={t('web.secondFactor.add')} isSending={form.isSending} onCancel={onCancel} />
    </FormFrame>
  );
}
