import { Button, Card } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { hasText, type TextCode } from '#text/web';
import type { User } from '../session/session.js';
import { useText } from './language.js';
import { remember, remembered } from './storage.js';

/** At the first visit in a role: what it is here to do, and where. Put away by the reader, never by itself. */
export function Guide({ user }: { user: User }) {
  const { t, named } = useText();
  const role = user.roles.at(-1);
  const name = `guide.${role}`;
  const [isRead, read] = useState(() => remembered(name) !== null);
  const code = `web.guide.${role}`;
  if (isRead || !hasText(code)) return null;
  return (
    <Card className="guide" data-color="brand1">
      <h2>{t('web.guide.title', { role: named('role', role) })}</h2>
      <p>{t(code as TextCode)}</p>
      <Button
        variant="secondary"
        onClick={() => {
          remember(name, 'read');
          read(true);
        }}
      >
        {t('web.guide.understood')}
      </Button>
    </Card>
  );
}
