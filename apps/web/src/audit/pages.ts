import type { Page } from '../frame/page.js';

export const auditPages: Page[] = [
  {
    path: '/granskning',
    title: 'web.audit.title',
    load: () => import('./audit.page.js'),
    texts: ['audit'],
    needs: 'audit.read',
    menu: 85,
  },
  {
    path: '/granskning/stickprov',
    title: 'web.samples.title',
    load: () => import('./samples.page.js'),
    texts: ['audit', 'measures', 'rules'],
    needs: 'sample.read',
  },
  {
    path: '/granskning/stickprov/:id',
    title: 'web.samples.title',
    load: () => import('./sample.page.js'),
    texts: ['audit', 'measures', 'rules'],
    needs: 'sample.read',
  },
];
