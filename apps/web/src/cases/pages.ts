import type { Page } from '../frame/page.js';

export const casesPages: Page[] = [
  {
    path: '/arbete',
    title: 'web.work.title',
    load: () => import('./worklist.page.js'),
    needs: 'application.assess',
    menu: 20,
  },
];
