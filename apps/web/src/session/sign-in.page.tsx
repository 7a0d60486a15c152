import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useInstance } from '../frame/instance.js';
import { useText } from '../frame/language.js';
import { PageHead } from '../parts/page-head.js';
import { DemoAccounts } from './demo-accounts.js';
import { ProviderButtons } from './provider-buttons.js';
import { homeOf } from './home-of.js';
import { SecondStep } from './second-step.js';
import { isThrough, SECOND_FACTOR_PAGE, useSession, useSigning } from './session.js';
import { SignInForm } from './sign-in-form.js';

export function Component() {
  const { t } = useText();
  const { demo } = useInstance();
  const { user, secondFactor } = useSession();
  const { enter } = useSigning();
  const navigate = useNavigate();
  const from = (useLocation().state as { from?: string } | null)?.from;
  // Also where somebody comes here who is signed in already.
  useEffect(() => {
    if (user && isThrough(secondFactor)) void navigate(from ?? homeOf(user), { replace: true });
    if (user && secondFactor === 'enrol')
      void navigate(SECOND_FACTOR_PAGE, { replace: true, state: { from } });
  }, [user, secondFactor, from, navigate]);
  if (user && secondFactor === 'prove')
    return (
      <div className="narrow">
        <PageHead title={t('web.proof.title')}>
          <p>{t('web.proof.help')}</p>
        </PageHead>
        <SecondStep onDone={enter} />
      </div>
    );
  return (
    <div className="narrow">
      <PageHead title={t('web.signIn.title')} />
      <SignInForm
        onDone={() => undefined}
        others={
          <>
            <ProviderButtons />
            {demo ? <DemoAccounts /> : null}
          </>
        }
      />
    </div>
  );
}
