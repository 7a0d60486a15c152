import { useEffect, useState } from 'react';
import { loadAreas } from '#text/web';
import type { User } from '../session/session.js';
import type { GuideCard } from './guide-card.js';
import { remember, remembered } from './storage.js';

/** Kept once it is fetched. */
let card: typeof GuideCard | undefined;

/** Asked for before the first paint by whoever may be here for the first time: the card would push the page down if it came later. */
export async function fetchGuide(): Promise<void> {
  const [module] = await Promise.all([import('./guide-card.js'), loadAreas(['guide'])]);
  card = module.GuideCard;
}

/** At the first visit in a role: what it is here to do, and where. Put away by the reader, never by itself. */
export function Guide({ user }: { user: User }) {
  const role = user.roles.at(-1)!;
  const name = `guide.${role}`;
  const [isRead, read] = useState(() => remembered(name) !== null);
  const Card = useGuideCard(!isRead);
  if (isRead || !Card) return null;
  return (
    <Card
      role={role}
      onRead={() => {
        remember(name, 'read');
        read(true);
      }}
    />
  );
}

function useGuideCard(isWanted: boolean): typeof GuideCard | undefined {
  const [fetched, tell] = useState(() => card);
  useEffect(() => {
    if (isWanted && !fetched) void fetchGuide().then(() => tell(() => card));
  }, [isWanted, fetched]);
  return fetched;
}
