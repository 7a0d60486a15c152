import type { Page } from '../frame/page.js';

export const decisionsPages: Page[] = [
  {
    path: '/beslut',
    title: 'web.decisions.title',
    load: () => import('./queue.page.js'),
    texts: ['appropriations', 'decisions'],
    needs: 'appropriation.read',
    menu: 30,
  },
  {
    path: '/beslut/:id',
    title: 'web.decisions.one',
    load: () => import('./decision.page.js'),
    texts: ['appropriations', 'decisions', 'measures', 'rules'],
    needs: 'appropriation.read',
  },
];
