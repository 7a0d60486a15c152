import type { Page } from '../frame/page.js';

export const sessionPages: Page[] = [
  { path: '/logga-in', title: 'web.signIn.title', load: () => import('./sign-in.page.js'), texts: [] },
  { path: '/logga-in', title: 'web.signIn.title', load: () => import('./sign-in.page.js') },
  {
    path: '/konto',
    title: 'web.account.title',
    load: () => import('./account.page.js'),
    needs: 'session.read',
  },
  { path: '/inbjudan', title: 'web.invitation.title', load: () => import('./invitation.page.js') },
  { path: '/nytt-losenord', title: 'web.reset.title', load: () => import('./reset.page.js') },
];
