import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client.js';
import { useText } from '../frame/language.js';
import { PageHead } from '../parts/page-head.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useSigning } from './session.js';

/** What an identity provider sent the browser back with; it is good once. */
const answer = location.search;

/** Back from an identity provider: signed in, or told why not. What is next the sign-in page knows. */
export function Component() {
  const { t } = useText();
  const { enter } = useSigning();
  const navigate = useNavigate();
  const { data, error } = useQuery({
    queryKey: ['sign in', answer],
    queryFn: async () => (await api.POST('/api/v1/public/sign-in/finish', { body: { answer } })).data!,
    // Who comes here by themselves has nothing to be believed.
    enabled: answer !== '',
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    if (!data) return;
    enter(data);
    void navigate('/logga-in', { replace: true });
  }, [data, enter, navigate]);
  return (
    <div className="narrow">
      <PageHead title={t('web.signIn.title')} />
      <ProblemNotice error={error} />
      {error || answer === '' ? (
        <Link to="/logga-in">{t('web.signIn.back')}</Link>
      ) : (
        <p>{t('web.signIn.entering')}</p>
      )}
    </div>
  );
}
