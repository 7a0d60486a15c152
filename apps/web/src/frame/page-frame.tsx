import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import {
  isThrough,
  may,
  SECOND_FACTOR_PAGE,
  useSession,
  type SecondFactorState,
} from '../session/session.js';
import { HeadingContext } from '../parts/page-title.js';
import { Waiting } from '../parts/waiting.js';
import { NotForYou } from './not-found.page.js';
import { useText } from './language.js';
import type { Page } from './page.js';

/** Names the page, and opens it for those who may: strangers sign in first and come back here. */
export function PageFrame({ page, children }: { page: Page; children: ReactNode }) {
  const { t } = useText();
  const { user, secondFactor } = useSession();
  const { pathname, search } = useLocation();
  const title = t(page.title);
  useEffect(() => {
    document.title = page.path === '/' ? 'Medel' : `${title} – Medel`;
  }, [page, title]);
  // Once it is open it stays: what is typed in it must not be lost where a proof is asked for in mid-work.
  const isOpened = useRef(false);
  useEffect(() => {
    if (isThrough(secondFactor)) isOpened.current = true;
  }, [secondFactor]);
  const mustFirst = user && !isOpened.current && page.needs ? doorOf(page, secondFactor) : undefined;
  if (mustFirst) return <Navigate to={mustFirst} replace state={{ from: pathname + search }} />;
  if (!page.needs || may(user, page.needs)) return <Headed title={title}>{children}</Headed>;
  if (user === undefined) return <Waiting />;
  if (user === null) return <Navigate to="/logga-in" replace state={{ from: pathname + search }} />;
  return <NotForYou />;
}

/** Where somebody goes first who has a second step to add, or to prove. */
function doorOf(page: Page, secondFactor: SecondFactorState | undefined): string | undefined {
  if (secondFactor === 'prove') return '/logga-in';
  return secondFactor === 'enrol' && page.path !== SECOND_FACTOR_PAGE ? SECOND_FACTOR_PAGE : undefined;
}

/** While a page has not got its own heading, and where it never gets one because it could not be read, it has its title. */
function Headed({ title, children }: { title: string; children: ReactNode }) {
  const [headings, count] = useState(0);
  const isHere = useCallback(() => {
    count((before) => before + 1);
    return () => count((before) => before - 1);
  }, []);
  return (
    <HeadingContext value={isHere}>
      {headings === 0 ? <h1 className="sr-only">{title}</h1> : null}
      {children}
    </HeadingContext>
  );
}
