import { Button } from '@digdir/designsystemet-react';
import { useRef, useState, type ReactNode } from 'react';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { useText } from '../frame/language.js';
import { SecondStep } from './second-step.js';
import { useSigning } from './session.js';

interface Credentials {
  email: string;
  password: string;
}

interface SignInFormProps {
  onDone: () => void;
  /** What there is beside the password, and not beside the second step. */
  others?: ReactNode;
}

/** The password, and then the second step of those who have one. */
export function SignInForm({ onDone, others }: SignInFormProps) {
  const { t } = useText();
  const { enter } = useSigning();
  const [isHalfway, halfway] = useState(false);
  if (!isHalfway)
    return (
      <>
        <PasswordForm onDone={onDone} onHalfway={() => halfway(true)} />
        {others}
      </>
    );
  return (
    <>
      <p>{t('web.proof.help')}</p>
      <SecondStep
        onDone={(session) => {
          enter(session);
          onDone();
        }}
      />
    </>
  );
}

function PasswordForm({ onDone, onHalfway }: { onDone: () => void; onHalfway: () => void }) {
  const { t } = useText();
  const { signIn } = useSigning();
  const isHalfway = useRef(false);
  const form = useActForm<Credentials>({
    defaults: { email: '', password: '' },
    send: async ({ email, password }) => {
      isHalfway.current = (await signIn(email, password)).secondFactor === 'prove';
    },
    onDone: () => (isHalfway.current ? onHalfway() : onDone()),
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
