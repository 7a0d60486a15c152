import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useInstance } from '../frame/instance.js';
import { useText } from '../frame/language.js';
import { PageHead } from '../parts/page-head.js';
import { DemoAccounts } from './demo-accounts.js';
import { homeOf } from './home-of.js';
import { useSession } from './session.js';
import { SignInForm } from './sign-in-form.js';

export function Component() {
  const { t } = useText();
  const { demo } = useInstance();
  const { user } = useSession();
  const navigate = useNavigate();
  const from = (useLocation().state as { from?: string } | null)?.from;
  // Also where somebody comes here who is signed in already.
  useEffect(() => {
    if (user) void navigate(from ?? homeOf(user), { replace: true });
  }, [user, from, navigate]);
  return (
    <div className="narrow">
      <PageHead title={t('web.signIn.title')} />
      <SignInForm onDone={() => undefined} />
      {demo ? <DemoAccounts /> : null}
    </div>
  );
}
