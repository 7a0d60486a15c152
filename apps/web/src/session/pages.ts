import type { Page } from '../frame/page.js';

export const sessionPages: Page[] = [
  {
    path: '/logga-in',
    title: 'web.signIn.title',
    load: () => import('./sign-in.page.js'),
    texts: ['secondFactor'],
  },
  {
    path: '/logga-in/klar',
    title: 'web.signIn.title',
    load: () => import('./provider-return.page.js'),
    texts: [],
  },
  {
    path: '/konto',
    title: 'web.account.title',
    load: () => import('./account.page.js'),
    texts: ['session', 'apiKeys'],
    needs: 'session.read',
    begin: (ask) => {
      ask.one('/api/v1/sessions');
      ask.one('/api/v1/api-keys');
    },
  },
  {
    path: '/inbjudan',
    title: 'web.invitation.title',
    load: () => import('./invitation.page.js'),
    texts: ['session'],
  },
  {
    path: '/nytt-losenord',
    title: 'web.reset.title',
    load: () => import('./reset.page.js'),
    texts: ['session'],
  },
];
