import type { Page } from '../frame/page.js';

export const sessionPages: Page[] = [
  { path: '/logga-in', title: 'web.signIn.title', load: () => import('./sign-in.page.js'), texts: [] },
];
