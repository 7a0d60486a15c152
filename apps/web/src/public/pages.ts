import type { Page } from '../frame/page.js';

export const publicPages: Page[] = [
  { path: '/', title: 'web.home.title', load: () => import('./home.page.js') },
];
