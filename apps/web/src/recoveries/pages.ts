import type { Page } from '../frame/page.js';

export const recoveriesPages: Page[] = [
  {
    path: '/aterkrav',
    title: 'web.recoveries.title',
    load: () => import('./recoveries.page.js'),
    texts: ['recoveries'],
    needs: 'recovery.read',
    menu: 60,
  },
  {
    path: '/aterkrav/:id',
    title: 'web.recoveries.one',
    load: () => import('./recovery.page.js'),
    texts: ['decisions', 'recoveries'],
    needs: 'recovery.read',
  },
  {
    path: '/referensrantor',
    title: 'web.recoveries.rates',
    load: () => import('./rates.page.js'),
    texts: ['recoveries'],
    needs: 'referenceRate.read',
  },
];
