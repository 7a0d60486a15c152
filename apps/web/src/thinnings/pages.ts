import type { Page } from '../frame/page.js';

export const thinningPages: Page[] = [
  {
    path: '/gallring',
    title: 'web.thinnings.title',
    load: () => import('./thinnings.page.js'),
    texts: ['thinnings'],
    needs: 'thinning.read',
    menu: 87,
  },
  {
    path: '/gallring/:id',
    title: 'web.thinnings.one',
    load: () => import('./thinning.page.js'),
    texts: ['thinnings'],
    needs: 'thinning.read',
  },
];
