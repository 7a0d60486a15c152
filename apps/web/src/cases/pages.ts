import { chosenIn, ofId, type Page } from '../frame/page.js';
import { WORKLIST_CALLS, WORKLIST_FILTERS, WORKLIST_FIRST, WORKLIST_LIMIT } from './worklist-list.js';

export const casesPages: Page[] = [
  {
    path: '/arbete',
    title: 'web.work.title',
    load: () => import('./worklist.page.js'),
    texts: ['cases'],
    needs: 'application.assess',
    menu: 20,
    begin: (ask, { search }) => {
      ask.list('/api/v1/applications', chosenIn(search, WORKLIST_FILTERS), WORKLIST_LIMIT, WORKLIST_FIRST);
      ask.one('/api/v1/calls', WORKLIST_CALLS);
      ask.all('/api/v1/colleagues');
    },
  },
  // Whoever works here may read a case; recipients have pages of their own for theirs.
  {
    path: '/arenden/:id',
    title: 'web.case.title',
    load: () => import('./case.page.js'),
    texts: ['cases', 'measures', 'rules'],
    needs: 'audit.read',
    begin: (ask, { params }) => {
      ask.one('/api/v1/applications/{id}', ofId(params));
      ask.one('/api/v1/applications/{id}/checks', ofId(params));
      ask.all('/api/v1/colleagues');
    },
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
