import { Alert, Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { api, queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { FormFrame, TextInput, useActForm } from '../parts/form.js';
import { Loaded } from '../parts/loaded.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { askPasskey } from './passkey.js';
import type { Session } from './session.js';

interface SecondStepProps {
  /** Given the session as it stands after the proof. */
  onDone: (session: Session) => void;
}

/** A code, or a passkey: whichever this person has. */
export function SecondStep({ onDone }: SecondStepProps) {
  const { t } = useText();
  const query = queries.useQuery('get', '/api/v1/second-factor');
  return (
    <Loaded query={query}>
      {({ factors }) => (
        <div className="form">
          {factors.some(({ kind }) => kind === 'passkey') ? <PasskeyStep onDone={onDone} /> : null}
          <CodeStep onDone={onDone} />
          <p className="quiet">{t('web.proof.lost')}</p>
        </div>
      )}
    </Loaded>
  );
}

function CodeStep({ onDone }: SecondStepProps) {
  const { t } = useText();
  const form = useActForm({
    defaults: { code: '' },
    send: async ({ code }) => {
      const { data } = await api.POST('/api/v1/second-factor/prove', { body: { code } });
      onDone(data!);
    },
    onDone: () => undefined,
  });
  return (
    <FormFrame form={form}>
      <TextInput
        name="code"
        label={t('web.proof.code')}
        description={t('web.proof.codeHelp')}
        autoComplete="one-time-code"
      />
      <Button type="submit" loading={form.isSending}>
        {t('web.proof.send')}
      </Button>
    </FormFrame>
  );
}

function PasskeyStep({ onDone }: SecondStepProps) {
  const { t } = useText();
  const prove = useMutation({
    mutationFn: async () => {
      const { data: asked } = await api.POST('/api/v1/second-factor/passkey-challenge');
      const passkey = await askPasskey(asked!.options!);
      if (!passkey) return null;
      return (await api.POST('/api/v1/second-factor/prove-by-passkey', { body: { passkey } })).data!;
    },
    onSuccess: (session) => session && onDone(session),
  });
  return (
    <div>
      <ProblemNotice error={prove.error} />
      {prove.data === null ? (
        <Alert data-color="warning" role="alert">
          {t('web.proof.passkeyStopped')}
        </Alert>
      ) : null}
      <Button variant="secondary" loading={prove.isPending} onClick={() => prove.mutate()}>
        {t('web.proof.passkey')}
      </Button>
    </div>
  );
}
