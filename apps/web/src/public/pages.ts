import type { Page } from '../frame/page.js';

export const publicPages: Page[] = [
  { path: '/', title: 'web.home.title', load: () => import('./home.page.js') },
  { path: '/oppna-bidrag', title: 'web.open.title', load: () => import('./open-grants.page.js') },
  { path: '/stod', title: 'web.programmes.title', load: () => import('./programmes.page.js') },
  { path: '/stod/:code', title: 'web.programmes.title', load: () => import('./programme.page.js') },
  {
    path: '/stod/:code/formular/:callId',
    title: 'web.blank.title',
    load: () => import('./blank-form.page.js'),
  },
  { path: '/verifiera', title: 'web.verify.title', load: () => import('./verify.page.js') },
  {
    path: '/tillganglighet',
    title: 'web.accessibility.title',
    load: () => import('./accessibility.page.js'),
  },
];
