import { may, type User } from '../session/session.js';
import type { Page } from './page.js';
import { PAGES } from './pages.js';

/** The pages with a place in the menu, in its order. */
const MENU = PAGES.filter((page) => page.menu !== undefined).sort((a, b) => a.menu! - b.menu!);

/** Those that somebody may open and has something to do on. */
export const menuOf = (user: User): readonly Page[] =>
  MENU.filter(
    ({ needs, menuFor }) =>
      (!needs || may(user, needs)) && (!menuFor || menuFor.some((permission) => may(user, permission))),
  );
