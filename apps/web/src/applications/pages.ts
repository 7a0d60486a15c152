import { chosenIn, ofId, type Page } from '../frame/page.js';

export const applicationsPages: Page[] = [
  {
    path: '/ansokningar',
    title: 'web.applications.title',
    load: () => import('./applications.page.js'),
    texts: ['applications', 'measures', 'rules'],
    needs: 'application.create',
    menu: 10,
    begin: (ask, { search }) => {
      ask.list('/api/v1/calls', { status: 'published' });
      ask.list('/api/v1/applications', chosenIn(search, ['q', 'status', 'sort']));
      ask.list('/api/v1/applications', {});
      ask.list('/api/v1/applications', { status: 'draft' });
      ask.list('/api/v1/applications', { status: 'completionRequested' });
      ask.list('/api/v1/reports', {});
    },
  },
  {
    path: '/ansokningar/:id',
    title: 'web.applications.one',
    load: () => import('./application.page.js'),
    texts: ['applications', 'measures', 'rules'],
    needs: 'application.create',
    begin: (ask, { params }) => {
      ask.one('/api/v1/applications/{id}', ofId(params));
      ask.one('/api/v1/applications/{id}/checks', ofId(params));
    },
  },
];
