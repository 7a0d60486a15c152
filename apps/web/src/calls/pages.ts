import type { Page } from '../frame/page.js';

export const callsPages: Page[] = [
  {
    path: '/utlysningar',
    title: 'web.calls.title',
    load: () => import('./calls.page.js'),
    texts: ['calls', 'cases'],
    // Recipients come to open calls from pages of their own.
    needs: 'call.simulate',
    menu: 25,
  },
  {
    path: '/utlysningar/ny',
    title: 'web.calls.new',
    load: () => import('./new-call.page.js'),
    texts: ['calls', 'cases'],
    needs: 'call.create',
  },
  {
    path: '/simulator/:call',
    title: 'web.simulator.title',
    load: () => import('./simulator.page.js'),
    texts: ['calls', 'cases', 'measures', 'rules'],
    needs: 'call.simulate',
  },
];
