import { PASSWORD_LENGTH, passwordLength } from '#domain/access/password';
import { useText } from '../frame/language.js';
import { TextInput, useField } from '../parts/form.js';

const { min } = PASSWORD_LENGTH;

/** A password to be, with what is asked of it and how much of that is left. What is easily guessed the server says. */
export function NewPasswordInput({ name }: { name: string }) {
  const { t } = useText();
  const typed = (useField().watch(name) as string | undefined) ?? '';
  const missing = min - passwordLength(typed);
  return (
    <>
      <TextInput
        name={name}
        label={t('web.password.new')}
        description={t('web.password.help', { min })}
        type="password"
        autoComplete="new-password"
      />
      <p className="quiet" aria-live="polite">
        {typed === ''
          ? ''
          : missing > 0
            ? t('web.password.missing', { missing })
            : t('web.password.longEnough')}
      </p>
    </>
  );
}
