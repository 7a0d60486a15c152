import { useEffect, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { may, useSession } from '../session/session.js';
import { Waiting } from '../parts/waiting.js';
import { NotForYou } from './not-found.page.js';
import { useText } from './language.js';
import type { Page } from './page.js';

/** Names the page, and opens it for those who may: strangers sign in first and come back here. */
export function PageFrame({ page, children }: { page: Page; children: ReactNode }) {
  const { t } = useText();
  const { user } = useSession();
  const { pathname, search } = useLocation();
  const title = t(page.title);
  useEffect(() => {
    document.title = page.path === '/' ? 'Medel' : `${title} – Medel`;
  }, [page, title]);
  if (!page.needs || may(user, page.needs)) return children;
  if (user === undefined) return <Waiting />;
  if (user === null) return <Navigate to="/logga-in" replace state={{ from: pathname + search }} />;
  return <NotForYou />;
}
