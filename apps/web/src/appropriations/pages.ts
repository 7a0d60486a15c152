import type { Page } from '../frame/page.js';

export const appropriationsPages: Page[] = [
  {
    path: '/anslag',
    title: 'web.appropriations.title',
    load: () => import('./appropriations.page.js'),
    texts: ['appropriations'],
    needs: 'appropriation.read',
    menu: 40,
  },
  {
    path: '/anslag/:id',
    title: 'web.appropriations.one',
    load: () => import('./appropriation.page.js'),
    texts: ['appropriations', 'decisions', 'measures', 'rules'],
    needs: 'appropriation.read',
  },
];
