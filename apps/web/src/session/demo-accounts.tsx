import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useInstance } from '../frame/instance.js';
import { useText } from '../frame/language.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useSigning } from './session.js';

/** In the demo only: everybody there is, to choose from. */
export function DemoAccounts() {
  const { t, named } = useText();
  const { accounts } = useInstance();
  const { signIn, enter } = useSigning();
  const [problem, setProblem] = useState<Error | null>(null);
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('web.signIn.demoTitle')}</h2>
      <p>{t('web.signIn.demoHelp')}</p>
      <ProblemNotice error={problem} />
      <ul className="demo-accounts">
        {accounts.map(({ email, name, roles, password }) => (
          <li key={email}>
            <Button variant="secondary" onClick={() => void signIn(email, password).then(enter, setProblem)}>
              <span>{name}</span>
              <span className="quiet">{roles.map((role) => named('role', role)).join(', ')}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
