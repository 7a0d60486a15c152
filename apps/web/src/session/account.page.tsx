import { useText } from '../frame/language.js';
import { PageHead } from '../parts/page-head.js';
import { ApiKeys } from './api-keys.js';
import { OwnSessions } from './own-sessions.js';
import { PasswordChange } from './password-change.js';
import { useSession } from './session.js';

/** What somebody does with their own account. */
export function Component() {
  const { t } = useText();
  const { user } = useSession();
  return (
    <>
      <PageHead title={t('web.account.title')}>
        <p className="quiet">
          {user?.name}, {user?.email}
        </p>
      </PageHead>
      <div className="two">
        <section>
          <h2>{t('web.account.sessions')}</h2>
          <p>{t('web.account.sessionsHelp')}</p>
          <OwnSessions />
        </section>
        <section>
          <h2>{t('web.account.password')}</h2>
          <p>{t('web.account.passwordHelp')}</p>
          <PasswordChange />
        </section>
      </div>
      <ApiKeys />
    </>
  );
}
