import type { Page } from '../frame/page.js';

export const publicPages: Page[] = [
  { path: '/', title: 'web.home.title', load: () => import('./home.page.js'), texts: ['public'] },
  {
    path: '/oppna-bidrag',
    title: 'web.open.title',
    load: () => import('./open-grants.page.js'),
    texts: ['public'],
  },
  {
    path: '/stod',
    title: 'web.programmes.title',
    load: () => import('./programmes.page.js'),
    texts: ['public'],
  },
  {
    path: '/stod/:code',
    title: 'web.programmes.title',
    load: () => import('./programme.page.js'),
    texts: ['measures', 'public', 'rules'],
  },
  {
    path: '/stod/:code/formular/:callId',
    title: 'web.blank.title',
    load: () => import('./blank-form.page.js'),
    texts: ['public'],
  },
  {
    path: '/verifiera',
    title: 'web.verify.title',
    load: () => import('./verify.page.js'),
    texts: ['public'],
  },
  {
    path: '/tillganglighet',
    title: 'web.accessibility.title',
    load: () => import('./accessibility.page.js'),
    texts: ['public'],
  },
];
