import type { Page } from '../frame/page.js';

export const secondFactorPages: Page[] = [
  {
    path: '/tva-steg',
    title: 'web.secondFactor.title',
    load: () => import('./second-factor.page.js'),
    texts: ['secondFactor'],
    needs: 'secondFactor.read',
  },
];
