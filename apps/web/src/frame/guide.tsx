import { lazy, Suspense, useState } from 'react';
import { loadAreas } from '#text/web';
import type { User } from '../session/session.js';
import { remember, remembered } from './storage.js';

/** Fetched by those alone who have not read it. */
const GuideCard = lazy(async () => {
  const [{ GuideCard: card }] = await Promise.all([import('./guide-card.js'), loadAreas(['guide'])]);
  return { default: card };
});

/** At the first visit in a role: what it is here to do, and where. Put away by the reader, never by itself. */
export function Guide({ user }: { user: User }) {
  const role = user.roles.at(-1)!;
  const name = `guide.${role}`;
  const [isRead, read] = useState(() => remembered(name) !== null);
  if (isRead) return null;
  return (
    <Suspense>
      <GuideCard
        role={role}
        onRead={() => {
          remember(name, 'read');
          read(true);
        }}
      />
    </Suspense>
  );
}
