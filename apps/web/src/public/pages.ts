import { chosenIn, type Page } from '../frame/page.js';
import { GRANT_FILTERS, OPEN_CALLS, summaryOf } from './grant-filters.js';

export const publicPages: Page[] = [
  {
    path: '/',
    title: 'web.home.title',
    load: () => import('./home.page.js'),
    texts: ['public'],
    begin: (ask) => {
      ask.one('/api/v1/public/calls', OPEN_CALLS);
      ask.one('/api/v1/public/grants/summary', summaryOf({}));
    },
  },
  {
    path: '/oppna-bidrag',
    title: 'web.open.title',
    load: () => import('./open-grants.page.js'),
    texts: ['public'],
    begin: (ask, { search }) => {
      const filters = chosenIn(search, GRANT_FILTERS);
      ask.one('/api/v1/public/programmes', {});
      ask.one('/api/v1/public/grants/summary', summaryOf(filters));
      ask.list('/api/v1/public/grants', filters);
    },
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
