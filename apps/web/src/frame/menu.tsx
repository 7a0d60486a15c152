import { NavLink } from 'react-router';
import { may, type User } from '../session/session.js';
import { useText } from './language.js';
import { MENU } from './pages.js';

export function Menu({ user, isOpen }: { user: User; isOpen: boolean }) {
  const { t } = useText();
  const pages = MENU.filter((page) => !page.needs || may(user, page.needs));
  return (
    <nav id="menu" className="menu" data-open={isOpen} aria-label={t('web.frame.menu')}>
      <ul>
        {pages.map((page) => (
          <li key={page.path}>
            <NavLink to={page.path} end={page.path === '/'}>
              {t(page.title)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
