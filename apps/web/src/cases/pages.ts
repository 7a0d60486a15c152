import type { Page } from '../frame/page.js';

export const casesPages: Page[] = [
  {
    path: '/arbete',
    title: 'web.work.title',
    load: () => import('./worklist.page.js'),
    texts: ['cases'],
    needs: 'application.assess',
    menu: 20,
  },
  // Whoever works here may read a case; recipients have pages of their own for theirs.
  {
    path: '/arenden/:id',
    title: 'web.case.title',
    load: () => import('./case.page.js'),
    texts: ['cases', 'measures', 'rules'],
    needs: 'audit.read',
  },
  {
    path: '/arenden/:id/jamfor',
    title: 'web.compare.title',
    load: () => import('./compare.page.js'),
    texts: ['cases', 'measures', 'rules'],
    needs: 'audit.read',
  },
  {
    path: '/arenden/:id/forslag',
    title: 'web.propose.title',
    load: () => import('./propose.page.js'),
    texts: ['cases', 'measures', 'rules'],
    needs: 'application.propose',
  },
];
