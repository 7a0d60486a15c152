import type { Page } from '../frame/page.js';

export const applicationsPages: Page[] = [
  {
    path: '/ansokningar',
    title: 'web.applications.title',
    load: () => import('./applications.page.js'),
    texts: ['applications', 'measures', 'rules'],
    needs: 'application.create',
    menu: 10,
  },
  {
    path: '/ansokningar/:id',
    title: 'web.applications.one',
    load: () => import('./application.page.js'),
    texts: ['applications', 'measures', 'rules'],
    needs: 'application.create',
  },
];
