import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { useInstance } from '../frame/instance.js';
import { useText } from '../frame/language.js';
import { ProblemNotice } from '../parts/problem-notice.js';

/** Nothing where no identity provider is configured. */
export function ProviderButtons() {
  const { t } = useText();
  const { providers } = useInstance();
  const go = useMutation({
    mutationFn: (provider: string) => api.POST('/api/v1/public/sign-in', { body: { provider } }),
    onSuccess: ({ data }) => location.assign(data!.address),
  });
  return (
    <>
      <ProblemNotice error={go.error} />
      {providers.map(({ id, name }) => (
        <Button key={id} variant="secondary" loading={go.isPending} onClick={() => go.mutate(id)}>
          {t('web.signIn.with', { name })}
        </Button>
      ))}
    </>
  );
}
