import { NavLink } from 'react-router';
import type { User } from '../session/session.js';
import { useText } from './language.js';
import { menuOf } from './menu-of.js';

export function Menu({ user, isOpen }: { user: User; isOpen: boolean }) {
  const { t } = useText();
  return (
    <nav id="menu" className="menu" data-open={isOpen} aria-label={t('web.frame.menu')}>
      <ul>
        {menuOf(user).map((page) => (
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
