import { SkipLink } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { ProofDialog } from '../session/proof-dialog.js';
import { SessionEnded } from '../session/session-ended.js';
import { isThrough, useSession } from '../session/session.js';
import { Footer } from './footer.js';
import { Guide } from './guide.js';
import { useInstance } from './instance.js';
import { useText } from './language.js';
import { Notices } from '../parts/notices.js';
import { Menu } from './menu.js';
import { menuOf } from './menu-of.js';
import { TopBar } from './top-bar.js';

/** What is around every page: landmarks, menu, and the ribbon that says that this is a demo. */
export function Shell() {
  const { t } = useText();
  const { user, secondFactor } = useSession();
  const { demo } = useInstance();
  const [isMenuOpen, openMenu] = useState(false);
  const { pathname } = useLocation();
  const isMoving = useNavigation().state !== 'idle';
  const isIn = user && isThrough(secondFactor);
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    openMenu(false);
    // Who reads with the ears, or with the keyboard, is taken to the new page; at the first one the browser has seen to it.
    if (isFirst.current) isFirst.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <SkipLink href="#main">{t('web.frame.skip')}</SkipLink>
      {demo ? (
        <aside className="demo-ribbon" aria-label="Demo">
          {t('web.frame.demo')}
        </aside>
      ) : null}
      <TopBar user={user} hasMenu={!!isIn} isMenuOpen={isMenuOpen} openMenu={openMenu} />
      <div className={isIn ? 'shell with-menu' : 'shell'} data-moving={isMoving}>
        {isIn ? <Menu user={user} isOpen={isMenuOpen} /> : null}
        <main id="main" ref={main} tabIndex={-1} aria-busy={isMoving}>
          {isIn ? <Guide user={user} /> : null}
          <Outlet context={isIn ? menuOf(user) : []} />
        </main>
      </div>
      <Footer />
      <Notices />
      <SessionEnded />
      <ProofDialog />
      <ScrollRestoration />
    </>
  );
}
