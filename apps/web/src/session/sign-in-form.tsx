import { Button } from '@digdir/designsystemet-react';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { useText } from '../frame/language.js';
import { useSigning } from './session.js';

interface Credentials {
  email: string;
  password: string;
}

export function SignInForm({ onDone }: { onDone: () => void }) {
  const { t } = useText();
  const { signIn } = useSigning();
  const form = useActForm<Credentials>({
    defaults: { email: '', password: '' },
    send: ({ email, password }) => signIn(email, password),
    onDone,
  });
  return (
    <FormFrame form={form}>
      <TextInput name="email" label={t('web.signIn.email')} type="email" autoComplete="username" required />
      <TextInput
        name="password"
        label={t('web.signIn.password')}
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" loading={form.isSending}>
        {t('web.signIn.title')}
      </Button>
    </FormFrame>
  );
}
